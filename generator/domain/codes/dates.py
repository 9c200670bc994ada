"""Codes `D`: days contradict each other, overlap, or a visit is recorded twice."""

from typing import Final

from generator.domain.codes.code import Code

DATES: Final = (
    Code(
        "D001",
        "Ngày cuối trước ngày đầu",
        "Đơn vị hay chương trình kết thúc trước khi bắt đầu.",
        "Đổi lại hai ngày.",
        "from: 2019-03-31\nto: 2019-03-01",
        "from: 2019-03-01\nto: 2019-03-31",
    ),
    Code(
        "D002",
        "Tên tệp không mở đầu bằng ngày",
        "Tên tệp của chuyến đi và bài viết phải là ngày, gạch nối, rồi một tên ngắn; ngày đó phải "
        "trùng với khóa date.",
        "Đổi tên tệp, hoặc sửa khóa date nếu ngày trong tên tệp mới đúng.",
        "visits/2019/2019-05-20-ap-3.yml\ndate: 2019-05-21",
        "visits/2019/2019-05-20-ap-3.yml\ndate: 2019-05-20",
    ),
    Code(
        "D003",
        "Tệp nằm sai thư mục năm",
        "Chuyến đi và bài viết nằm trong thư mục của năm ghi ở khóa date.",
        "Chuyển tệp sang thư mục đúng năm.",
        "visits/2018/2019-05-20-ap-3.yml",
        "visits/2019/2019-05-20-ap-3.yml",
    ),
    Code(
        "D004",
        "Ngày về trước ngày đi",
        "Khóa end_date là ngày cuối cùng của chuyến đi, không thể trước ngày đi.",
        "Sửa ngày về; đi trong một ngày thì bỏ khóa end_date.",
        "date: 2019-05-20\nend_date: 2019-05-02",
        "date: 2019-05-20\nend_date: 2019-05-22",
    ),
    Code(
        "D005",
        "Chuyến đi quá 31 ngày",
        "Một chuyến đi dài nhất 31 ngày lịch.",
        "Sửa ngày về, hoặc tách thành nhiều chuyến.",
        "date: 2019-05-20\nend_date: 2020-05-22",
        "date: 2019-05-20\nend_date: 2019-05-22",
    ),
    Code(
        "D006",
        "Đi nhiều ngày mà ghi theo buổi",
        "Buổi sáng, chiều, tối chỉ ghi cho chuyến đi trong một ngày.",
        "Bỏ khóa session, hoặc bỏ end_date.",
        "date: 2019-05-20\nend_date: 2019-05-22\nsession: morning",
        "date: 2019-05-20\nend_date: 2019-05-22",
    ),
    Code(
        "D007",
        "Ngày có mặt nằm ngoài chuyến đi",
        "Ngày ghi ở attendance không thuộc chuyến đi, hoặc ghi hai lần.",
        "Sửa hoặc xóa ngày đó.",
        "date: 2019-05-20\nend_date: 2019-05-22\nattendance:\n"
        "  - member: le-van-ba\n    dates: [2019-05-23]",
        "date: 2019-05-20\nend_date: 2019-05-22\nattendance:\n"
        "  - member: le-van-ba\n    dates: [2019-05-22]",
    ),
    Code(
        "D008",
        "Có mặt mà không có tên",
        "Người ghi ở attendance không có trong members của chuyến đi.",
        "Thêm vào members, hoặc bỏ khỏi attendance.",
        "members: [le-van-ba]\nattendance:\n  - member: tran-thi-tu\n    dates: [2019-05-20]",
        "members: [le-van-ba, tran-thi-tu]\nattendance:\n"
        "  - member: tran-thi-tu\n    dates: [2019-05-20]",
    ),
    Code(
        "D009",
        "Báo cáo trước khi đi",
        "Ngày nộp báo cáo hoặc ngày ghi đứng trước ngày đi.",
        "Sửa ngày nộp, ngày ghi hoặc ngày đi.",
        "date: 2019-05-20\nrecorded_on: 2019-05-02",
        "date: 2019-05-20\nrecorded_on: 2019-05-22",
    ),
    Code(
        "D010",
        "Kiến nghị đã giải quyết ghi chưa đủ",
        "Kiến nghị đã giải quyết phải có ngày và kết quả; kiến nghị chưa giải quyết thì chưa có "
        "ngày giải quyết xong.",
        "Ghi đủ resolved_on và outcome; hoặc sửa status.",
        "issues:\n  - text: Thiếu loa.\n    status: resolved",
        "issues:\n  - text: Thiếu loa.\n    status: resolved\n    resolved_on: 2019-06-10\n"
        "    outcome: Đã cấp một bộ loa.",
    ),
    Code(
        "D011",
        "Hạn hoặc ngày giải quyết trước chuyến đi",
        "Kiến nghị nêu trong chuyến đi không thể đến hạn hay được giải quyết trước chuyến đi.",
        "Sửa ngày đó.",
        "date: 2019-05-20\nissues:\n  - text: Thiếu loa.\n    due: 2019-05-01",
        "date: 2019-05-20\nissues:\n  - text: Thiếu loa.\n    due: 2019-06-01",
    ),
    Code(
        "D012",
        "Quá trình công tác không theo thứ tự",
        "Các khoảng thời gian giữ chức vụ phải xếp từ cũ đến mới và không chồng lên nhau.",
        "Ghi ngày cuối (to) cho khoảng trước, rồi xếp lại theo thời gian.",
        "terms:\n  - from: 2015-01-01\n  - from: 2019-01-01",
        "terms:\n  - from: 2015-01-01\n    to: 2018-12-31\n  - from: 2019-01-01",
    ),
    Code(
        "D013",
        "Thời gian nghỉ không theo thứ tự",
        "Các khoảng nghỉ phải xếp từ cũ đến mới và không chồng lên nhau.",
        "Sửa ngày, rồi xếp lại theo thời gian.",
        "leave:\n  - {from: 2019-06-01, to: 2019-06-10}\n  - {from: 2019-06-05, to: 2019-06-12}",
        "leave:\n  - {from: 2019-06-01, to: 2019-06-12}",
    ),
    Code(
        "D014",
        "Đi cơ sở trong thời gian nghỉ",
        "Theo bản ghi của ủy viên, đồng chí đó đang nghỉ vào ngày ấy.",
        "Sửa ngày nghỉ hoặc ngày đi; chỉ đi một số ngày thì ghi attendance.",
        "date: 2019-06-05\nmembers: [le-van-ba]   (nghỉ 01/6 – 10/6)",
        "date: 2019-06-12\nmembers: [le-van-ba]",
    ),
    Code(
        "D015",
        "Đi cơ sở ngoài thời gian giữ chức vụ",
        "Vào ngày ấy ủy viên chưa nhận hoặc đã thôi chức vụ.",
        "Sửa ngày, bỏ người đó, hoặc bổ sung quá trình công tác của đồng chí.",
        "date: 2014-05-20\nmembers: [le-van-ba]   (nhận chức vụ từ 2015)",
        "date: 2019-05-20\nmembers: [le-van-ba]",
    ),
    Code(
        "D016",
        "Một người ở hai nơi cùng lúc",
        "Cùng ngày, cùng buổi, một ủy viên có tên ở hai chuyến đi đến hai đơn vị khác nhau. Cả "
        "ngày thì trùng với mọi buổi. Lỗi báo ở cả hai tệp.",
        "Ghi session cho từng chuyến, hoặc sửa ngày, người đi.",
        "(tệp 1) unit: 29272-an-truong-a\n(tệp 2) unit: 29302-nhi-long",
        "(tệp 1) unit: 29272-an-truong-a\nsession: morning\n"
        "(tệp 2) unit: 29302-nhi-long\nsession: afternoon",
    ),
    Code(
        "D017",
        "Một chuyến đi ghi hai lần",
        "Hai bản ghi trùng ngày, buổi, đơn vị, nội dung và có chung người đi. Lỗi báo ở cả hai "
        "tệp.",
        "Giữ một tệp; nhiều người cùng đi thì ghi chung vào members.",
        "2019-05-20-ap-3.yml\n2019-05-20-an-truong-a.yml",
        "2019-05-20-ap-3.yml",
    ),
)
