"""News of single visits, short as such news is."""

from __future__ import annotations

from datetime import date

from samples.news.article import Article

CAMP = Article(
    slug="hoi-trai-tong-quan-cang-long",
    title="Lửa trại tiễn tân binh Càng Long",
    day=date(2019, 2, 22),
    lead="""
        Hội trại Tòng quân huyện Càng Long khép lại với đêm giao lưu ấm áp trước giờ thanh niên lên
        đường nhập ngũ.
    """,
    author="Trần Khánh Duy",
    department="Phong trào",
    visits=("2019-02-19-cang-long",),
    tags=("tòng quân",),
    cover="2019/2019-02-19-cang-long.jpg",
    body="""
        Từ {{ visit(2019-02-19-cang-long).date }} đến {{ visit(2019-02-19-cang-long).end_date }},
        các xã, thị trấn dựng trại, trang trí bằng vật liệu sẵn có của quê nhà: lá dừa, tre, lục
        bình khô. Buổi chiều, cán bộ Tỉnh đoàn đi từng trại, hỏi chuyện gia đình, việc làm của các
        bạn trước ngày nhập ngũ. Buổi tối là chuyện kể của cựu chiến binh bên lửa trại.

        Tham gia hội trại có các đồng chí {{ visit(2019-02-19-cang-long).members }}. Đoàn đề nghị
        Huyện đoàn giữ liên lạc với gia đình tân binh, và sớm có danh sách bộ đội xuất ngũ để giới
        thiệu học nghề.

        Sáng hôm sau, tân binh lên xe trong tiếng trống trường và những cái bắt tay thật chặt.
    """,
)

ROAD = Article(
    slug="ra-quan-thang-thanh-nien-ham-giang",
    title="Con lộ mới ở Hàm Giang mở màn Tháng Thanh niên",
    day=date(2019, 3, 4),
    lead="""
        Đoàn viên, thanh niên xã Hàm Giang, huyện Trà Cú chọn làm con lộ bà con cần nhất để bắt đầu
        Tháng Thanh niên.
    """,
    author="Phạm Minh Nhựt",
    department="Phong trào",
    visits=("2019-03-02-ham-giang",),
    tags=("Tháng Thanh niên", "nông thôn mới"),
    cover="2019/2019-03-02-ham-giang.jpg",
    body="""
        Sáng {{ visit(2019-03-02-ham-giang).date }}, đội hình áo xanh có mặt từ sớm. Người trộn hồ,
        người đẩy xe, người trồng hoa; các bà, các chị trong ấp nấu nước và phụ che nắng. Cùng làm
        với đoàn viên là các đồng chí {{ visit(2019-03-02-ham-giang).members }}.

        Nghỉ tay, cán bộ tỉnh đến thăm câu lạc bộ thanh niên Khmer làm kinh tế của xã. Các bạn nuôi
        bò thịt, muốn có thêm vốn và nơi tiêu thụ ổn định. Xã đoàn được gợi ý giúp câu lạc bộ làm
        quy chế góp vốn xoay vòng, theo dõi từng tháng.

        Con lộ xong trong ngày. Mưa tới, học trò ấp Chợ không còn phải xách dép đi học.
    """,
)

MEETING = Article(
    slug="hop-le-theo-cum-o-an-truong-a",
    title="Một buổi họp lệ theo cụm ở An Trường A",
    day=date(2019, 4, 15),
    lead="""
        Ba chi đoàn cùng họp một buổi, mỗi nơi nói ngắn rồi bàn chung chuyện khó: đó là cách cụm 3,
        xã An Trường A giữ nền nếp sinh hoạt.
    """,
    author="Lâm Hồng Đào",
    department="TC-KT",
    visits=("2019-04-12-an-truong-a",),
    tags=("sinh hoạt chi đoàn", "Càng Long"),
    cover="2019/2019-04-12-an-truong-a.jpg",
    body="""
        Tối {{ visit(2019-04-12-an-truong-a).date }}, Chị {{ member(duong-thi-my-xuyen, 2019).name
        }} – Bí thư Tỉnh đoàn về dự. Phòng họp chật, một số bạn ngồi ngoài hiên, nhưng ai cũng có
        phần. Các chi đoàn nói việc của tháng, rồi cùng trả lời câu hỏi: bạn bè đi làm xa, lấy đâu
        ra đoàn viên mới?

        Ý kiến không thiếu. Có bạn đề nghị đến nhà từng thanh niên vừa nghỉ học; có bạn muốn mời dự
        bóng chuyền trước, họp sau. Bí thư Tỉnh đoàn gợi ý mỗi chi đoàn chọn ra vài thanh niên, giao
        người kèm, tháng sau báo lại.

        Cuối buổi, danh sách nguồn được chốt ngay trên bảng. Chuyện thiếu ghế, thiếu đèn cũng được
        ghi lại để gửi xã.
    """,
)

SURVEY = Article(
    slug="hoi-chuyen-thanh-nien-ven-bien",
    title="Hỏi chuyện thanh niên ven biển Duyên Hải",
    day=date(2019, 5, 28),
    lead="""
        Ban Tuyên giáo Tỉnh đoàn vừa hoàn thành đợt khảo sát về việc làm và chuyện đi làm ăn xa của
        thanh niên ba xã ven biển.
    """,
    author="Thạch Thị Kiều",
    department="Tuyên giáo",
    visits=("2019-05-21-dong-hai",),
    tags=("khảo sát", "việc làm"),
    cover="2019/2019-05-21-dong-hai.jpg",
    body="""
        Trong các ngày từ {{ visit(2019-05-21-dong-hai).date }} đến
        {{ visit(2019-05-21-dong-hai).end_date }}, đoàn khảo sát đến Đông Hải, Long Vĩnh và Trường
        Long Hòa. Ban ngày phát phiếu hỏi, buổi tối ngồi với từng nhóm: người nuôi tôm, người đi
        biển, công nhân vừa nghỉ việc ở xa trở về.

        Câu trả lời khá giống nhau. Các bạn muốn ở lại nếu có nghề và có vốn nhỏ để bắt đầu. Lớp
        nghề mở ở trung tâm thì xa, lại hay trùng con nước, con tôm.

        Những điều nghe được đã chuyển đến các ngành liên quan; Thị đoàn và Huyện đoàn Duyên Hải
        nhận phần mở lớp nghề ngắn hạn tại xã.
    """,
)

EXAMS = Article(
    slug="tiep-suc-mua-thi-cau-ngang",
    title="Áo xanh trước cổng trường thi Cầu Ngang",
    day=date(2019, 6, 29),
    lead="""
        Kỳ thi trung học phổ thông quốc gia qua đi êm đẹp, trong đó có phần góp sức của đội hình
        Tiếp sức mùa thi huyện Cầu Ngang.
    """,
    author="Trương Gia Hân",
    department="TTN-TH",
    visits=("2019-06-25-cau-ngang",),
    tags=("Tiếp sức mùa thi", "tình nguyện hè"),
    cover="2019/2019-06-25-cau-ngang.jpg",
    body="""
        Ngày đầu, các bạn có mặt khi trời còn tối để đón thí sinh các xã xa. Nước uống, cơm trưa,
        chỗ nghỉ cho phụ huynh được lo từ trước. Ai quên giấy tờ đã có xe ôm áo xanh đưa về lấy.

        Các đồng chí {{ visit(2019-06-25-cau-ngang).members }} cùng ở với đội hình, mỗi chiều họp
        nhanh để sửa chỗ chưa ổn: đổi ca cho người mệt, thêm người ở điểm thi đông xe, gọi từng bạn
        thí sinh đi một mình.

        Hết môn cuối ngày {{ visit(2019-06-25-cau-ngang).end_date }}, cả đội ở lại quét sân trường
        rồi mới về.
    """,
)

ISLAND = Article(
    slug="cau-moi-tren-cu-lao-hoa-minh",
    title="Cầu mới trên cù lao Hòa Minh",
    day=date(2019, 7, 17),
    lead="""
        Đội hình Mùa hè xanh ở lại cù lao ba ngày, bắc xong cây cầu ván và mở lớp bơi cho thiếu nhi.
    """,
    author="Phạm Minh Nhựt",
    department="Phong trào",
    visits=("2019-07-12-hoa-minh",),
    tags=("Mùa hè xanh", "Châu Thành"),
    cover="2019/2019-07-12-hoa-minh.jpg",
    body="""
        Muốn đến ấp Cồn phải qua phà rồi đi xe máy theo bờ rạch. Cây cầu cũ mục ván, mưa xuống là
        trơn. Từ {{ visit(2019-07-12-hoa-minh).date }}, chiến sĩ tình nguyện cùng trai tráng trong
        ấp hạ cầu cũ, đóng cọc, lót ván mới. Trẻ con đứng xem, rồi được gọi xuống học bơi ngay bến.

        Buổi tối, các đồng chí {{ visit(2019-07-12-hoa-minh).members }} họp cùng các chi đoàn trên
        cù lao. Chuyện giữ thanh niên ở lại quê được bàn thật: phải có việc, có đường, có chỗ chơi.

        Ngày rút quân, chi đoàn ấp nhận chăm cây cầu và tiếp tục lớp bơi đến hết hè.
    """,
)

DISTRICT = Article(
    slug="giam-sat-chuyen-de-cau-ke",
    title="Giám sát việc học tập và làm theo Bác tại Cầu Kè",
    day=date(2019, 5, 16),
    lead="""
        Đoàn giám sát của Tỉnh đoàn làm việc tại huyện Cầu Kè về chuyên đề học tập và làm theo tư
        tưởng, đạo đức, phong cách Hồ Chí Minh năm 2019.
    """,
    author="Lâm Hồng Đào",
    department="TC-KT",
    visits=("2019-05-08-cau-ke",),
    tags=("giám sát", "học tập và làm theo Bác"),
    cover="2019/2019-05-08-cau-ke.jpg",
    body="""
        Ngày {{ visit(2019-05-08-cau-ke).date }}, đoàn nghe Ban Thường vụ Huyện đoàn trình bày cách
        triển khai. Hôm sau, thay vì ngồi lại hội trường, các đồng chí {{
        visit(2019-05-08-cau-ke).members }} về xã Châu Điền dự họp lệ, rồi sang Tam Ngãi xem sổ rèn
        luyện của đoàn viên.

        Điều đoàn đánh giá cao là nhiều chi đoàn chọn việc làm theo rất gần: đi họp đúng giờ, không
        xả rác xuống kênh, giúp người già đơn chiếc. Điều cần sửa là bản đăng ký còn giống nhau,
        chưa gắn với nghề nghiệp từng người.

        Huyện đoàn sẽ chọn một xã làm điểm và báo cáo cách làm trong quý III.
    """,
)

HEALTH = Article(
    slug="doan-vien-tra-cu-phong-dich",
    title="Đoàn viên Trà Cú đến từng nhà hướng dẫn phòng dịch",
    day=date(2020, 2, 24),
    lead="""
        Trước diễn biến của dịch bệnh, đoàn viên thị trấn Trà Cú chia nhóm nhỏ, đem tờ rơi song ngữ
        đến từng ngõ.
    """,
    author="Thạch Thị Kiều",
    department="Tuyên giáo",
    visits=("2020-02-20-tra-cu",),
    tags=("phòng dịch", "song ngữ"),
    cover="2020/2020-02-20-tra-cu.jpg",
    body="""
        Không tập trung đông, không loa đài, các bạn đi từng tốp hai, ba người. Tờ rơi in tiếng Việt
        và tiếng Khmer; bà con được chỉ cách rửa tay, đeo khẩu trang, và nghe tin từ nguồn chính
        thống. Khẩu trang vải do chính đoàn viên may.

        Ngày {{ visit(2020-02-20-tra-cu).date }}, các đồng chí
        {{ visit(2020-02-20-tra-cu).members }} cùng đi với đoàn viên thị trấn, nhắc các chi đoàn tạm
        hoãn sinh hoạt đông người, chuyển sang nhóm nhỏ và trao đổi qua điện thoại.
    """,
)

WATER = Article(
    slug="cho-nuoc-ngot-ve-long-huu",
    title="Chở nước ngọt về Long Hữu",
    day=date(2020, 3, 12),
    lead="""
        Nước mặn lên sớm, thanh niên xã Long Hữu, thị xã Duyên Hải lập đội chở nước cho các ấp thiếu
        nước ngọt.
    """,
    author="Phạm Minh Nhựt",
    department="Phong trào",
    visits=("2020-03-07-long-huu",),
    tags=("hạn, mặn",),
    cover="2020/2020-03-07-long-huu.jpg",
    status="draft",
    body="""
        Trong hai ngày {{ visit(2020-03-07-long-huu).date }} và {{
        visit(2020-03-07-long-huu).end_date }}, các đồng chí {{ visit(2020-03-07-long-huu).members
        }} cùng đoàn viên địa phương đưa nước về các ấp, đặt bồn chứa công cộng ở nơi dễ lấy.

        Bài còn chờ xã xác nhận lịch chở nước những tuần tới.
    """,
)

SINGLE = (CAMP, ROAD, MEETING, DISTRICT, SURVEY, EXAMS, ISLAND, HEALTH, WATER)
