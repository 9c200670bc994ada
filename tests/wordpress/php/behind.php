<?php
// Runs a piece of PHP inside WordPress for the tests that started it, and tells what it returned.
$settings = json_decode( file_get_contents( __DIR__ . '/settings.json' ), true );
if ( ! hash_equals( $settings['token'], $_SERVER['HTTP_X_TOKEN'] ?? '' ) ) {
	http_response_code( 404 );
	exit;
}
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
$asked = json_decode( file_get_contents( 'php://input' ), true );
wp_set_current_user( get_user_by( 'login', $asked['user'] )->ID );
header( 'Content-Type: application/json' );
try {
	$run = function ( $code, $arguments ) {
		extract( $arguments );
		return eval( $code );
	};
	$result = $run( $asked['code'], $asked['arguments'] );
	if ( is_wp_error( $result ) ) {
		throw new RuntimeException( $result->get_error_code() . ': ' . $result->get_error_message() );
	}
	echo json_encode( $result, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR );
} catch ( Throwable $fault ) {
	http_response_code( 500 );
	echo json_encode( get_class( $fault ) . ': ' . $fault->getMessage() . ' in line ' . $fault->getLine() );
}
