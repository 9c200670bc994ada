<?php
// A must-use plugin: what a test asks of this WordPress for as long as the test runs.
if ( isset( $GLOBALS['@pdo'] ) ) {
	// What a power cut leaves of a test's database is of no interest.
	$GLOBALS['@pdo']->exec( 'PRAGMA synchronous = OFF' );
}
if ( is_file( ABSPATH . 'behaviour.txt' ) ) {
	eval( file_get_contents( ABSPATH . 'behaviour.txt' ) );
}
