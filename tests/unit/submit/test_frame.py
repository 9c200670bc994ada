"""The frame of a new organisation's site is this project's, less what belongs to this project."""

from generator.submit.frame import frame_of

OWN = """\
site_name: A
# Developers' documents are English.
exclude_docs: |
  /developers/
not_in_nav: |
  /huong-dan/

nav:
  - Trang chủ: index.md
  - Hướng dẫn:
      - huong-dan/index.md
      - huong-dan/duyet.md
      - huong-dan/viet-tin.md

theme:
  name: material
  custom_dir: generator/host/theme
  language: vi
"""


def test_theme_folder_developers_and_long_guide_go() -> None:
    assert (
        frame_of(OWN)
        == """\
site_name: A
not_in_nav: |
  /huong-dan/

nav:
  - Trang chủ: index.md
  - Hướng dẫn: huong-dan/index.md

theme:
  name: material
  language: vi
"""
    )


def test_a_frame_without_them_stays_as_it_is() -> None:
    assert frame_of(frame_of(OWN)) == frame_of(OWN)
