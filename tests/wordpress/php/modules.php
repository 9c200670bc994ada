<?php
// What a WordPress of the tests asks of PHP; tells what is missing, and fails then.
$needed = array( 'curl', 'gd', 'mbstring', 'mysqli', 'pdo_sqlite', 'xml', 'Zend OPcache' );
$missing = array_filter( $needed, fn( $name ) => ! extension_loaded( $name ) );
echo implode( ', ', $missing );
exit( $missing ? 1 : 0 );
