"""All files of a handover, by their paths in its folder.

Source: issue *News*, *Without API access*.
"""

from generator.present.archive import archive
from generator.present.handover.checklist import checklist, document_name
from generator.present.handover.going import Going
from generator.present.handover.paste import document
from generator.present.handover.wxr import wxr


def handover_files(going: Going) -> dict[str, bytes]:
    """Return the list to go by, the file to import, the documents to paste, and the pictures.

    The same news give the same bytes.
    """
    files = {"doc-truoc.html": checklist(going), "nhap.xml": wxr(going)}
    files |= {f"bai/{document_name(post)}": document(post, going) for post in going.posts}
    if going.pictures:
        pictures = {going.names[file]: drawn.whole for file, drawn in going.pictures.items()}
        files["anh.zip"] = archive(dict(sorted(pictures.items())))
    return files
