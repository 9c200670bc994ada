<?php
// Installs the WordPress of this folder: language, time zone, theme, one user of each role. Prints
// the application password of each.
define( 'WP_INSTALLING', true );
function wp_new_blog_notification() {}
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

load_default_textdomain( $argv[2] );
$users = json_decode( $argv[1], true );
wp_install( 'Tỉnh đoàn Thử Nghiệm', $users['administrator'], 'administrator@example.org', true, '', 'administrator', $argv[2] );
update_option( 'timezone_string', 'Asia/Ho_Chi_Minh' );
update_option( 'date_format', 'd/m/Y' );
update_option( 'time_format', 'H:i' );
update_option( 'default_comment_status', 'closed' );
update_option( 'permalink_structure', '/%year%/%monthnum%/%day%/%postname%/' );
switch_theme( $argv[3] );
flush_rewrite_rules( false );
foreach ( get_posts( array( 'post_type' => array( 'post', 'page', 'wp_navigation' ), 'post_status' => 'any', 'numberposts' => -1 ) ) as $post ) {
	wp_delete_post( $post->ID, true );
}
$passwords = array();
foreach ( $users as $role => $login ) {
	$user = get_user_by( 'login', $login );
	$id = $user ? $user->ID : wp_insert_user(
		array( 'user_login' => $login, 'user_email' => "$role@example.org", 'user_pass' => $role, 'role' => $role, 'display_name' => $login )
	);
	$passwords[ $role ] = WP_Application_Passwords::create_new_application_password( $id, array( 'name' => 'congtac' ) )[0];
}
echo json_encode( $passwords );
