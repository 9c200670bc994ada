"""What posts rest on: the terms and pictures of the website, each made once and then used again.

Source: research/wordpress.md, sections 2 (Media) and 3; issue *News*, Publishing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from generator.publish.wordpress.book import Book, CannotDrawError, Pictures
from generator.publish.wordpress.faults import ArticleFault, unknown
from generator.publish.wordpress.ledger import PhotoEntry
from generator.publish.wordpress.post import Known, Photo, Post, term_key
from generator.publish.wordpress.remote import RemotePhoto
from generator.publish.wordpress.session import (
    HalfDoneError,
    LostReplyError,
    RefusedByServerError,
    TooLargeError,
)
from generator.publish.wordpress.site import Taxonomy, Upload, WordPress

LARGE: Final = 2000
SMALL: Final = 1600
"""The longest side of a picture in pixels; the smaller where a server does not take the larger."""


@dataclass
class Holdings:
    """The website's terms and pictures; `known` grows as they are made."""

    site: WordPress
    book: Book
    pictures: Pictures
    known: Known
    photos: Mapping[str, RemotePhoto]

    def missing(self, post: Post) -> list[Photo]:
        """Return the pictures of the post that the website does not have."""
        return [photo for photo in post.photos if photo.digest not in self.known.photos]

    def ensure(self, post: Post) -> None:
        """Have all that the post rests on; pictures are drawn before anything is written.

        Raises:
            ArticleFault: something cannot be had.
        """
        drawn = {photo.digest: self._drawn(photo, LARGE) for photo in self.missing(post)}
        self._ensure_terms(post)
        for photo in post.photos:
            if photo.digest in drawn:
                self._ensure_photo(photo, drawn[photo.digest])
            elif photo.digest in self.photos:
                self._reword(photo, self.photos[photo.digest])

    def reworded_there(self, post: Post) -> Iterator[str]:
        """Yield the files of the pictures whose words a person has changed on the website."""
        for photo in post.photos:
            there = self.photos.get(photo.digest)
            if there and there.words != photo.words and not self._as_we_left(photo, there):
                yield photo.file

    # --- terms ---

    def _ensure_terms(self, post: Post) -> None:
        categories, tags = dict(self.known.categories), dict(self.known.tags)
        if term_key(post.category) not in categories:
            categories[term_key(post.category)] = self._term("categories", post.category)
        for tag in post.tags:
            if term_key(tag) not in tags:
                tags[term_key(tag)] = self._term("tags", tag)
        self.known = replace(self.known, categories=categories, tags=tags)

    def _term(self, taxonomy: Taxonomy, name: str) -> int:
        try:
            return self.site.create_term(taxonomy, name)
        except LostReplyError:
            raise unknown() from None
        except RefusedByServerError as error:
            told = f"trang web không tạo được “{name}” ({error})"
            raise ArticleFault(told) from None

    # --- pictures ---

    def _drawn(self, photo: Photo, longest: int) -> Upload:
        try:
            return self.pictures.drawn(photo.file, longest)
        except CannotDrawError as error:
            told = f"ảnh {photo.file} {error}"
            raise ArticleFault(told) from None

    def _ensure_photo(self, photo: Photo, upload: Upload) -> None:
        entry = self.book.ledger.photos.get(photo.digest)
        # What was begun before may show only now.
        remote = self._looked_for(photo) if entry and entry.intent else None
        if remote is None:
            self._note(photo, PhotoEntry(intent="upload"))
            try:
                remote = self._uploaded(photo, upload)
            except ArticleFault as fault:
                if not fault.unknown:
                    # What was refused need not be looked for by the next run.
                    self._note(photo, PhotoEntry())
                raise
        self._confirm(photo, remote)
        photos = {**self.known.photos, photo.digest: remote.placed}
        self.known = replace(self.known, photos=photos)

    def _uploaded(self, photo: Photo, upload: Upload) -> RemotePhoto:
        try:
            return self._upload_once(photo, upload)
        except TooLargeError:
            smaller = self._drawn(photo, SMALL)
        try:
            return self._upload_once(photo, smaller)
        except TooLargeError as error:
            told = f"máy chủ không nhận ảnh {photo.file} ({error}), kể cả khi đã thu nhỏ"
            raise ArticleFault(told) from None

    def _upload_once(self, photo: Photo, upload: Upload) -> RemotePhoto:
        """Upload a picture; whether one arrived whose reply was lost is looked up."""
        try:
            return self.site.upload(photo, upload)
        except HalfDoneError as error:
            finished = self.site.finish_photo(error.number)
            if finished:
                return finished
        except TooLargeError:
            raise
        except RefusedByServerError as error:
            told = f"trang web không nhận ảnh {photo.file} ({error})"
            raise ArticleFault(told) from None
        except LostReplyError:
            pass
        found = self._looked_for(photo)
        if found is None:
            raise unknown()
        return found

    def _looked_for(self, photo: Photo) -> RemotePhoto | None:
        """Return the picture whose upload was never confirmed, once it shows."""
        pauses = self.site.session.pauses()
        while True:
            found = self.site.photos_called([photo.slug])
            if found or not pauses.wait():
                return found[0] if found else None

    def _as_we_left(self, photo: Photo, there: RemotePhoto) -> bool:
        entry = self.book.ledger.photos.get(photo.digest)
        return entry is not None and entry.base == there.words

    def _reword(self, photo: Photo, there: RemotePhoto) -> None:
        """Give a picture the words of the records, unless a person has given it others."""
        if there.words == photo.words:
            self._confirm(photo, there)
            return
        entry = self.book.ledger.photos.get(photo.digest)
        if entry is None or not self._as_we_left(photo, there) or entry.sent == photo.words:
            return
        try:
            self._confirm(photo, self.site.word_photo(there.number, photo))
        except LostReplyError:
            # The next run compares again.
            raise unknown() from None
        except RefusedByServerError as error:
            told = f"trang web không sửa được chú thích ảnh {photo.file} ({error})"
            raise ArticleFault(told) from None

    def _confirm(self, photo: Photo, there: RemotePhoto) -> None:
        entry = PhotoEntry(there.number, photo.words, there.words)
        if self.book.ledger.photos.get(photo.digest) != entry:
            self._note(photo, entry)

    def _note(self, photo: Photo, entry: PhotoEntry) -> None:
        self.book.write(self.book.ledger.with_photo(photo.digest, entry))
