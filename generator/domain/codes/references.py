"""Codes `R`: what a record names does not exist, or not on that day."""

from typing import Final

from generator.domain.codes.code import Code

REFERENCES: Final = (
    Code(
        "R001",
        "Không có ủy viên này",
        "Mã ủy viên không trùng với tên tệp nào trong records/members.",
        "Sửa mã theo gợi ý; ủy viên mới thì thêm tệp của đồng chí đó trước.",
        "members:\n  - le-van-b",
        "members:\n  - le-van-ba",
    ),
    Code(
        "R002",
        "Không có đơn vị này",
        "Mã đơn vị không có trong records/units.yml.",
        "Chọn mã trong trang Đơn vị. Chi đoàn chưa có mã thì ghi mã của xã, tên chi đoàn ghi ở "
        "venue.",
        "unit: an-truong-a",
        "unit: 29272-an-truong-a",
    ),
    Code(
        "R003",
        "Đơn vị không tồn tại vào ngày đó",
        "Đơn vị đã sáp nhập, giải thể, hoặc lúc đó chưa thành lập.",
        "Chọn đơn vị tồn tại vào ngày đi; gợi ý nêu đơn vị kế tục hoặc đơn vị khi đó.",
        "date: 2025-08-01\nunit: 29272-an-truong-a",
        "date: 2025-08-01\nunit: 29275-2025-an-truong",
    ),
    Code(
        "R004",
        "Không có nội dung đi cơ sở này",
        "Giá trị của kind không có trong danh sách kinds của records/activities.yml.",
        "Chọn một mã có sẵn; gợi ý nêu mã gần giống nhất.",
        "kind: sinh-hoat-chi-doan",
        "kind: du-sinh-hoat-chi-doan",
    ),
    Code(
        "R005",
        "Không có chương trình này",
        "Giá trị của programme không có trong danh sách programmes của records/activities.yml.",
        "Chọn một mã có sẵn, hoặc bỏ khóa programme.",
        "programme: thang-thanh-nien",
        "programme: thang-thanh-nien-2019",
    ),
    Code(
        "R006",
        "Chương trình không diễn ra vào ngày đó",
        "Ngày đi nằm ngoài thời gian của chương trình, đợt hoạt động.",
        "Chọn đúng đợt, sửa ngày, hoặc bỏ khóa programme.",
        "date: 2019-05-20\nprogramme: thang-thanh-nien-2019",
        "date: 2019-05-20",
    ),
    Code(
        "R007",
        "Không có vấn đề trao đổi này",
        "Mã trong topics không có trong danh sách topics của records/activities.yml.",
        "Chọn mã có sẵn; điều chưa có mã thì viết vào content.",
        "topics:\n  - vieclam",
        "topics:\n  - viec-lam",
    ),
    Code(
        "R008",
        "Không có mục kế hoạch này",
        "plan_item phải là năm/ủy viên/mục của một kế hoạch đang có.",
        "Sửa theo gợi ý, hoặc bỏ khóa này: máy tự đối chiếu theo tháng, đơn vị và nội dung.",
        "plan_item: 2019/le-van-ba/thang-3",
        "plan_item: 2019/le-van-ba/t03-1",
    ),
    Code(
        "R009",
        "Mục kế hoạch của người không đi",
        "Kế hoạch được nhắc đến là của một ủy viên không có tên trong chuyến đi.",
        "Chọn mục trong kế hoạch của một người cùng đi, hoặc bỏ khóa plan_item.",
        "members:\n  - le-van-ba\nplan_item: 2019/tran-thi-tu/t05-1",
        "members:\n  - le-van-ba\nplan_item: 2019/le-van-ba/t05-1",
    ),
    Code(
        "R010",
        "Mã cũ đang có chuyến đi khác dùng",
        "Một địa chỉ cũ chỉ dẫn được về một chuyến đi. Mã này đang là mã, hoặc mã cũ, của chuyến "
        "khác.",
        "Bỏ mã đó khỏi former_ids.",
        "former_ids:\n  - 2019-05-21-ap-4",
        "former_ids:\n  - 2019-05-20-ap-3-cu",
    ),
    Code(
        "R011",
        "Mã trùng trong cùng danh sách",
        "Hai mục của một danh sách có cùng mã.",
        "Đặt mã khác cho một mục, hoặc xóa mục thừa.",
        "items:\n  - id: t05-1\n  - id: t05-1",
        "items:\n  - id: t05-1\n  - id: t05-2",
    ),
    Code(
        "R012",
        "Ghi lặp",
        "Một ủy viên, đơn vị, vấn đề trao đổi hay phần có mặt được ghi hai lần trong một chuyến "
        "đi.",
        "Xóa mục thừa. Đơn vị chính (unit) không nhắc lại trong other_units.",
        "members:\n  - le-van-ba\n  - le-van-ba",
        "members:\n  - le-van-ba",
    ),
    Code(
        "R013",
        "Đơn vị là cấp trên của chính mình",
        "Đi ngược lên từ một đơn vị theo parent lại về chính đơn vị đó.",
        "Sửa parent cho đúng đơn vị cấp trên.",
        "id: 844-cang-long\nparent: 844-cang-long",
        "id: 844-cang-long\nparent: 84-tra-vinh",
    ),
    Code(
        "R014",
        "Bài viết nói đến chuyến đi không có",
        "Chuyến đi trong khóa visits của bài không có bản ghi, hoặc đã được rút lại.",
        "Sửa mã theo gợi ý, hoặc bỏ chuyến đi đó khỏi bài.",
        "visits:\n  - 2019-05-20-ap3",
        "visits:\n  - 2019-05-20-ap-3",
    ),
    Code(
        "R015",
        "Chỗ điền số liệu viết sai mẫu",
        "Phần trong hai dấu ngoặc {{ }} không theo mẫu nào, hoặc chưa đóng ngoặc.",
        "Viết theo một trong năm mẫu: year(năm), period(kỳ), member(mã, năm), visit(mã), "
        "programme(mã), rồi dấu chấm và tên số liệu.",
        "Trung bình {{ trung bình 2019 }} ngày.",
        "Trung bình {{ year(2019).mean_days }} ngày.",
    ),
    Code(
        "R016",
        "Chỗ điền số liệu không có gì để điền",
        "Tên số liệu, năm, ủy viên, chuyến đi hay chương trình trong {{ }} không có; hoặc chuyến "
        "đi không ghi điều được hỏi.",
        "Sửa theo gợi ý.",
        "{{ year(2019).mean_day }}",
        "{{ year(2019).mean_days }}",
    ),
)
