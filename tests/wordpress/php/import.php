// A small importer, run inside WordPress with the file as $xml: what it reads, and in which order,
// is what WordPress' own importer reads. Returns what it could not do.
$faults = array();
$document = simplexml_load_string( $xml );
if ( ! $document ) {
	return array( 'not well-formed' );
}
$version = $document->xpath( '/rss/channel/wp:wxr_version' );
if ( ! $version || ! preg_match( '/^\d+\.\d+$/', (string) $version[0] ) ) {
	return array( 'not a WXR file' );
}
$spaces = $document->getDocNamespaces();
$login = fn( $author ) => sanitize_user( (string) $author, true );
$known = array();
foreach ( $document->xpath( '/rss/channel/wp:author' ) as $each ) {
	$known[] = $login( $each->children( $spaces['wp'] )->author_login );
}
foreach ( $document->xpath( '/rss/channel/wp:category' ) as $each ) {
	$term = $each->children( $spaces['wp'] );
	if ( ! term_exists( (string) $term->category_nicename, 'category' ) ) {
		$made = wp_insert_category( wp_slash( array( 'category_nicename' => (string) $term->category_nicename, 'cat_name' => (string) $term->cat_name ) ), true );
		is_wp_error( $made ) && $faults[] = $made->get_error_message();
	}
}
foreach ( $document->xpath( '/rss/channel/wp:tag' ) as $each ) {
	$term = $each->children( $spaces['wp'] );
	if ( ! term_exists( (string) $term->tag_slug, 'post_tag' ) ) {
		$made = wp_insert_term( wp_slash( (string) $term->tag_name ), 'post_tag', array( 'slug' => (string) $term->tag_slug ) );
		is_wp_error( $made ) && $faults[] = $made->get_error_message();
	}
}
$numbers = array();
$addresses = array();
$featured = array();
foreach ( $document->channel->item as $item ) {
	$wp = $item->children( $spaces['wp'] );
	if ( ! in_array( $login( $item->children( 'http://purl.org/dc/elements/1.1/' )->creator ), $known, true ) ) {
		$faults[] = 'unknown author';
	}
	$post = wp_slash( array(
		'import_id' => (int) $wp->post_id,
		'post_author' => get_current_user_id(),
		'post_title' => (string) $item->title,
		'post_content' => (string) $item->children( 'http://purl.org/rss/1.0/modules/content/' )->encoded,
		'post_excerpt' => (string) $item->children( $spaces['excerpt'] )->encoded,
		'post_date' => (string) $wp->post_date,
		'post_date_gmt' => (string) $wp->post_date_gmt,
		'comment_status' => (string) $wp->comment_status,
		'ping_status' => (string) $wp->ping_status,
		'post_name' => (string) $wp->post_name,
		'post_status' => (string) $wp->status,
		'post_parent' => (int) $wp->post_parent,
		'menu_order' => (int) $wp->menu_order,
		'post_type' => (string) $wp->post_type,
		'guid' => (string) $item->guid,
		'post_password' => (string) $wp->post_password,
	) );
	if ( post_exists( $post['post_title'], '', $post['post_date'], $post['post_type'] ) ) {
		$faults[] = 'already exists: ' . (string) $item->title;
		continue;
	}
	if ( 'attachment' === $post['post_type'] ) {
		$address = (string) $wp->attachment_url;
		$fetched = wp_remote_get( $address );
		if ( is_wp_error( $fetched ) || 200 !== wp_remote_retrieve_response_code( $fetched ) ) {
			$faults[] = "not fetched: $address";
			continue;
		}
		$upload = wp_upload_bits( basename( $address ), null, wp_remote_retrieve_body( $fetched ), (string) $wp->post_date );
		$kind = wp_check_filetype( $upload['file'] );
		$id = wp_insert_attachment( array( 'post_mime_type' => $kind['type'], 'guid' => $upload['url'] ) + $post, $upload['file'] );
		wp_update_attachment_metadata( $id, wp_generate_attachment_metadata( $id, $upload['file'] ) );
		$addresses[ $address ] = $upload['url'];
	} else {
		$id = wp_insert_post( $post, true );
		$terms = array();
		foreach ( $item->category as $each ) {
			$found = term_exists( (string) $each['nicename'], (string) $each['domain'] );
			$found ? $terms[ (string) $each['domain'] ][] = (int) $found['term_id'] : $faults[] = 'unknown term: ' . $each;
		}
		foreach ( $terms as $taxonomy => $ids ) {
			wp_set_post_terms( $id, $ids, $taxonomy );
		}
	}
	$numbers[ (int) $wp->post_id ] = $id;
	foreach ( $wp->postmeta as $each ) {
		'_thumbnail_id' === (string) $each->meta_key
			? $featured[ $id ] = (int) $each->meta_value
			: add_post_meta( $id, wp_slash( (string) $each->meta_key ), wp_slash( (string) $each->meta_value ) );
	}
}
global $wpdb;
uksort( $addresses, fn( $a, $b ) => strlen( $b ) - strlen( $a ) );
foreach ( $addresses as $from => $to ) {
	$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->posts} SET post_content = REPLACE(post_content, %s, %s)", $from, $to ) );
}
foreach ( $featured as $id => $number ) {
	isset( $numbers[ $number ] ) ? update_post_meta( $id, '_thumbnail_id', $numbers[ $number ] ) : $faults[] = 'unknown picture';
}
return $faults;
