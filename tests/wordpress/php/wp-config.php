<?php
// What this WordPress is started with, written by installation.py.
$settings = json_decode( file_get_contents( __DIR__ . '/settings.json' ), true );
foreach ( $settings['constants'] as $name => $value ) {
	define( $name, $value );
}
// The address is the one that was asked for, so that a proxy can stand in front.
$address = 'http://' . ( $_SERVER['HTTP_HOST'] ?? $settings['host'] );
define( 'WP_HOME', $address );
define( 'WP_SITEURL', $address );
define( 'WP_ENVIRONMENT_TYPE', 'local' );
define( 'WP_DEBUG', false );
define( 'WP_DEBUG_DISPLAY', false );
define( 'DISABLE_WP_CRON', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'WP_AUTO_UPDATE_CORE', false );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $name ) {
	define( $name . '_KEY', $name . ' key of a WordPress that lives as long as a test' );
	define( $name . '_SALT', $name . ' salt of a WordPress that lives as long as a test' );
}
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
