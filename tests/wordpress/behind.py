"""The truth behind WordPress' REST interface: what is in its database and folders.

Asked of WordPress itself, by PHP that runs inside it; no code of the program has a part in it.
"""

import json
import shutil
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import httpx

from tests.wordpress.databases import Database

ADMINISTRATOR: Final = "quan-tri"
EDITOR: Final = "bien-tap"


@dataclass(frozen=True)
class Account:
    """Who may enter by REST: a user and the application password."""

    user: str
    password: str


@dataclass(frozen=True)
class Post:
    """A post or page as it stands in the database, whatever its status."""

    id: int
    type: str
    status: str
    slug: str
    title: str
    content: str
    excerpt: str
    date: str
    date_gmt: str
    modified_gmt: str
    author: str
    categories: tuple[str, ...]
    tags: tuple[str, ...]
    featured: int
    parent: int
    revisions: int


@dataclass(frozen=True)
class Attachment:
    """A file of the media library; `file` is its path below the uploads, `size` in bytes."""

    id: int
    slug: str
    title: str
    file: str
    size: int
    url: str
    mime: str
    alt: str
    caption: str
    description: str
    parent: int


@dataclass(frozen=True)
class Term:
    """A category or tag."""

    id: int
    name: str
    slug: str
    parent: int
    count: int


POSTS: Final = """
global $wpdb;
$names = fn( $id, $taxonomy ) => array_values( (array) wp_list_pluck( get_the_terms( $id, $taxonomy ) ?: array(), 'name' ) );
return array_map( fn( $p ) => array(
    'id' => (int) $p->ID, 'type' => $p->post_type, 'status' => $p->post_status,
    'slug' => $p->post_name, 'title' => $p->post_title, 'content' => $p->post_content,
    'excerpt' => $p->post_excerpt, 'date' => $p->post_date, 'date_gmt' => $p->post_date_gmt,
    'modified_gmt' => $p->post_modified_gmt,
    'author' => (string) $wpdb->get_var( "SELECT user_login FROM $wpdb->users WHERE ID = " . (int) $p->post_author ),
    'categories' => $names( $p->ID, 'category' ), 'tags' => $names( $p->ID, 'post_tag' ),
    'featured' => (int) get_post_meta( $p->ID, '_thumbnail_id', true ),
    'parent' => (int) $p->post_parent,
    'revisions' => (int) $wpdb->get_var( "SELECT COUNT(*) FROM $wpdb->posts WHERE post_type = 'revision' AND post_parent = " . (int) $p->ID ),
), $wpdb->get_results( "SELECT * FROM $wpdb->posts WHERE post_type IN ('post', 'page') AND post_status <> 'auto-draft' ORDER BY ID" ) );
"""
ATTACHMENTS: Final = """
global $wpdb;
return array_map( fn( $p ) => array(
    'id' => (int) $p->ID, 'slug' => $p->post_name, 'title' => $p->post_title,
    'file' => (string) get_post_meta( $p->ID, '_wp_attached_file', true ),
    'size' => (int) @filesize( get_attached_file( $p->ID, true ) ),
    'url' => (string) wp_get_attachment_url( $p->ID ), 'mime' => $p->post_mime_type,
    'alt' => (string) get_post_meta( $p->ID, '_wp_attachment_image_alt', true ),
    'caption' => $p->post_excerpt, 'description' => $p->post_content,
    'parent' => (int) $p->post_parent,
), $wpdb->get_results( "SELECT * FROM $wpdb->posts WHERE post_type = 'attachment' ORDER BY ID" ) );
"""
TERMS: Final = """
return array_map( fn( $t ) => array(
    'id' => $t->term_id, 'name' => html_entity_decode( $t->name ), 'slug' => $t->slug,
    'parent' => $t->parent, 'count' => $t->count,
), get_terms( array( 'taxonomy' => $taxonomy, 'hide_empty' => false, 'orderby' => 'term_id' ) ) );
"""


@dataclass(frozen=True)
class Site:
    """A running WordPress, its accounts by role, and its folder."""

    url: str
    version: str
    accounts: Mapping[str, Account]
    www: Path
    token: str
    database: Database

    @property
    def uploads(self) -> Path:
        """The folder of the uploaded files."""
        return self.www / "wp-content" / "uploads"

    def reset(self) -> None:
        """As it was after the installation: no posts, no media, no terms, no changed option."""
        (self.www / "behaviour.txt").unlink(missing_ok=True)
        self.database.restore()
        shutil.rmtree(self.uploads, ignore_errors=True)

    def php(self, code: str, *, user: str = ADMINISTRATOR, **arguments: Any) -> Any:
        """Run PHP in WordPress for a user, with the arguments as variables; what it returned."""
        asked = {"code": code, "arguments": arguments, "user": user}
        request = urllib.request.Request(
            f"{self.url}/behind.php", json.dumps(asked).encode(), {"X-Token": self.token}
        )
        try:
            with urllib.request.urlopen(request) as reply:
                return json.load(reply)
        except urllib.error.HTTPError as error:
            with error:
                raise RuntimeError(error.read().decode(errors="replace")) from None

    def rest(
        self, method: str, path: str, role: str | None = "editor", **options: Any
    ) -> httpx.Response:
        """Ask REST as one of the accounts, or as a stranger; options are those of httpx."""
        account = None if role is None else self.accounts[role]
        auth = None if account is None else (account.user, account.password)
        url = f"{self.url}/wp-json/wp/v2/{path}"
        return httpx.request(method, url, auth=auth, timeout=60, **options)

    # --- what there is ---------------------------------------------------------------------------

    def posts(self, kind: str = "post") -> list[Post]:
        """All posts (or pages) of all statuses, by id."""
        return [
            # Names that a collation holds for equal come in any order.
            Post(**each | {kind: tuple(sorted(each[kind])) for kind in ("categories", "tags")})
            for each in self.php(POSTS)
            if each["type"] == kind
        ]

    def post(self, number: int) -> Post:
        """The post (or page) with that id."""
        (found,) = [
            each for kind in ("post", "page") for each in self.posts(kind) if each.id == number
        ]
        return found

    def attachments(self) -> list[Attachment]:
        """All files of the media library, by id."""
        return [Attachment(**each) for each in self.php(ATTACHMENTS)]

    def categories(self) -> list[Term]:
        """All categories, by id."""
        return [Term(**each) for each in self.php(TERMS, taxonomy="category")]

    def tags(self) -> list[Term]:
        """All tags, by id."""
        return [Term(**each) for each in self.php(TERMS, taxonomy="post_tag")]

    def export(self) -> bytes:
        """All content, as WordPress itself exports it."""
        return str(
            self.php("""
                require_once ABSPATH . 'wp-admin/includes/export.php';
                ob_start();
                export_wp( array( 'content' => 'all' ) );
                header( 'Content-Type: application/json' );
                return ob_get_clean();
            """)
        ).encode()

    # --- what a person does ----------------------------------------------------------------------

    def create(self, **fields: Any) -> int:
        """Make a post (or a page: `post_type="page"`) with the fields of wp_insert_post; its id."""
        made = {"post_status": "draft"} | fields
        return int(self.php("return wp_insert_post( wp_slash( $fields ), true );", fields=made))

    def edit(self, number: int, user: str = EDITOR, **fields: Any) -> None:
        """Change a post as a person does on the website.

        The fields are those of wp_update_post: `post_title`, `post_name`, `post_status`, and so on.
        The time of the change is a minute after the one before, for a person is not so fast.
        """
        self.php(
            """
            global $wpdb;
            $before = strtotime( get_post( $fields['ID'] )->post_modified_gmt . ' UTC' );
            $done = wp_update_post( wp_slash( $fields ), true );
            $later = gmdate( 'Y-m-d H:i:s', max( $before, time() ) + 60 );
            $wpdb->update( $wpdb->posts, array(
                'post_modified_gmt' => $later, 'post_modified' => get_date_from_gmt( $later )
            ), array( 'ID' => $fields['ID'] ) );
            return $done;
            """,
            user=user,
            fields={"ID": number} | fields,
        )

    def trash(self, number: int) -> None:
        """Put a post into the trash."""
        self.php("return (bool) wp_trash_post( $id );", id=number)

    def untrash(self, number: int) -> None:
        """Take a post out of the trash."""
        self.php("return (bool) wp_untrash_post( $id );", id=number)

    def delete(self, number: int) -> None:
        """Delete a post or a file of the media library for good."""
        call = "get_post_type( $id ) === 'attachment' ? wp_delete_attachment( $id, true ) : wp_delete_post( $id, true )"
        self.php(f"return (bool) ( {call} );", id=number)

    def create_term(self, taxonomy: str, name: str, slug: str, parent: int = 0) -> int:
        """Make a category (`category`) or tag (`post_tag`), even one whose name exists; its id."""
        code = "return wp_insert_term( $name, $taxonomy, array( 'slug' => $slug, 'parent' => $parent ) );"
        made = self.php(code, name=name, taxonomy=taxonomy, slug=slug, parent=parent)
        return int(made["term_id"])

    # --- how the website is set up ---------------------------------------------------------------

    def set_option(self, name: str, value: Any) -> None:
        """Change a setting, such as `timezone_string`."""
        self.php("return update_option( $name, $value );", name=name, value=value)

    def use_plain_addresses(self) -> None:
        """Addresses such as `/?p=1`, as a fresh WordPress has them; REST is at `/?rest_route=/`."""
        self.set_option("permalink_structure", "")
        self.set_option("rewrite_rules", "")

    def remove_capability(self, role: str, capability: str) -> None:
        """Take a right from a role, such as `upload_files` from `editor`."""
        self.php("get_role( $role )->remove_cap( $cap );", role=role, cap=capability)

    def behave(self, php: str) -> None:
        """Run PHP in each request from now to the next reset, as a must-use plugin of the website."""
        (self.www / "behaviour.txt").write_text(php, encoding="utf-8")

    def disable_application_passwords(self) -> None:
        """As some security plugins do."""
        self.behave("add_filter( 'wp_is_application_passwords_available', '__return_false' );")

    def empty_trash_at_once(self) -> None:
        """Without a trash: what is deleted is gone."""
        self.behave("define( 'EMPTY_TRASH_DAYS', 0 );")
