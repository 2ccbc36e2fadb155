//! `minhbach import`: a signed document in, the folder of a plan out, which can be built at once;
//! what stands in its way is told.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use minhbach::BuildOptions;
use minhbach::diagnostic::Code;
use minhbach::portal::Portal;
use tempfile::TempDir;

use crate::sites::files;
use crate::word::{RELATIONS, zip};

fn typed(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_minhbach"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the program runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).replace('\\', "/")
}

/// A portal with a document beside it.
fn portal(name: &str, document: &[u8]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let begun = typed(folder.path(), &["new", "portal", "."]);
    assert!(
        begun.status.success() && !String::from_utf8_lossy(&begun.stdout).contains("cd "),
        "one is in its folder already"
    );
    // Its title and publisher are filled in, and the day is one after the document's.
    let record = folder.path().join("content/portal.yaml");
    let filled = fs::read_to_string(&record)
        .expect("made")
        .replace(['‹', '›'], "")
        .replace("as_of: 2026-01-15", "as_of: 2026-12-31");
    fs::write(record, filled).expect("written");
    fs::write(folder.path().join(name), document).expect("written");
    folder
}

/// What is found, by code and place, and the portal.
fn checked(folder: &Path) -> (Vec<(Code, String)>, Portal) {
    let (content, out) = (folder.join("content"), folder.join("site"));
    let options = BuildOptions {
        content,
        theme: None,
        out,
        cache: None,
        overrides: Default::default(),
        jobs: None,
        timings: false,
    };
    let (report, portal) = minhbach::check(&options).unwrap_or_else(|_| panic!("readable"));
    let found =
        report.sorted().iter().map(|finding| (finding.code, finding.message.en.clone())).collect();
    (found, portal.expect("a whole portal"))
}

/// A plan as a province signs it, with numbers that Word sets.
fn word_file() -> Vec<u8> {
    let p = |properties: &str, text: &str| {
        format!(
            "<w:p><w:pPr>{properties}</w:pPr><w:r><w:t \
             xml:space=\"preserve\">{text}</w:t></w:r></w:p>"
        )
    };
    let listed = |level: usize, text: &str| {
        p(&format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr>"), text)
    };
    let figure = |text: &str| format!("<w:tc>{}</w:tc>", p("", text));
    let cell = |paragraphs: &str| format!("<w:tc>{paragraphs}</w:tc>");
    let head = [
        cell(&[p("", "ỦY BAN NHÂN DÂN"), p("", "TỈNH MẪU"), p("", "Số: 43/KH-UBND")].concat()),
        cell(
            &[
                p("", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                p("", "Độc lập - Tự do - Hạnh phúc"),
                p("", "Tỉnh Mẫu, ngày 03 tháng 02 năm 2026"),
            ]
            .concat(),
        ),
    ];
    let foot = [
        cell(&[p("", "Nơi nhận:"), p("", "- Lưu: VT.")].concat()),
        cell(&[p("", "TM. ỦY BAN NHÂN DÂN"), p("", "CHỦ TỊCH"), p("", "Trần Thị Mẫu")].concat()),
    ];
    let table = |cells: [String; 2]| format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cells.concat());
    let body = [
        table(head),
        p("", "KẾ HOẠCH"),
        p("", "Phát triển giáo dục đến năm 2030"),
        p("", "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:"),
        listed(0, "MỤC TIÊU ĐẾN NĂM 2030"),
        listed(1, "Huy động trẻ nhà trẻ đến trường đạt ít nhất 48,5%; mẫu số *đã* tính."),
        listed(2, "Báo cáo trước ngày 10/12 hằng năm."),
        format!(
            "<w:tbl><w:tr>{}</w:tr><w:tr>{}</w:tr></w:tbl>",
            ["TT", "Chỉ tiêu", "2030"].map(figure).concat(),
            ["1", "Trường đạt chuẩn quốc gia (%)", "95,4"].map(figure).concat()
        ),
        table(foot),
    ];
    let level = |index: usize, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{index}\"><w:start w:val=\"1\"/><w:numFmt \
             w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let levels =
        [level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "bullet", "-")]
            .concat();
    let part =
        |name: &str, inside: &str| format!("<w:{name} xmlns:w=\"urn:w\">{inside}</w:{name}>");
    zip(&[
        ("_rels/.rels", RELATIONS),
        (
            "word/_rels/document.xml.rels",
            "<Relationships><Relationship Type=\"http://x/numbering\" \
             Target=\"numbering.xml\"/></Relationships>",
        ),
        ("word/document.xml", &part("document", &format!("<w:body>{}</w:body>", body.concat()))),
        (
            "word/numbering.xml",
            &part(
                "numbering",
                &format!(
                    "<w:abstractNum w:abstractNumId=\"0\">{levels}</w:abstractNum><w:num \
                     w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
                ),
            ),
        ),
    ])
}

#[test]
fn a_word_file_becomes_a_plan_that_is_built_at_once_and_proven_once_its_indicator_is_chosen() {
    let folder = portal("ke hoach.docx", &word_file());
    let ran =
        typed(folder.path(), &["import", "ke hoach.docx", "--place", "tinh-mau", "--lang", "en"]);
    assert_eq!(
        said(&ran),
        "made:\n  content/provinces/tinh-mau/plans/43-2026/plan.vi.md\n  \
         content/provinces/tinh-mau/plans/43-2026/plan.yaml\n  \
         content/provinces/tinh-mau/plans/43-2026/targets.yaml\nread:\n  paragraphs and \
         bullets: 10; tables: 1; footnotes: 0; figures that wait for their indicator: 3\n  the \
         letterhead is not in plan.vi.md, since the plan's page has a place of its own for it: \
         ỦY BAN NHÂN DÂN | TỈNH MẪU | Số: 43/KH-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Độc \
         lập - Tự do - Hạnh phúc | Tỉnh Mẫu, ngày 03 tháng 02 năm 2026\n  2 numbers that Word \
         sets by itself, computed and written out\nnext:\n  plan.yaml: fill in what stands \
         between ‹ ›\n  plan.vi.md: hold it against the signed copy\n  targets.yaml: choose the \
         indicator of each figure, take the # away from the rows to use\n  minhbach clauses \
         content/provinces/tinh-mau/plans/43-2026: see the anchor of each piece\n  minhbach \
         serve: look at the plan's page\n"
    );
    let plan = folder.path().join("content/provinces/tinh-mau/plans/43-2026");
    let read = |name: &str| fs::read_to_string(plan.join(name)).expect("made");
    assert_eq!(
        read("plan.vi.md"),
        "# KẾ HOẠCH Phát triển giáo dục đến năm 2030\n\nỦy ban nhân dân tỉnh ban hành Kế hoạch \
         như sau:\n\n## I. MỤC TIÊU ĐẾN NĂM 2030\n\n1. Huy động trẻ nhà trẻ đến trường đạt ít \
         nhất 48,5%; mẫu số \\*đã\\* tính.\n\n- Báo cáo trước ngày 10/12 hằng năm.\n\n| TT | \
         Chỉ tiêu | 2030 |\n|---|---|---|\n| 1 | Trường đạt chuẩn quốc gia (%) | 95,4 \
         |\n\n***\n\nNơi nhận:\n\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\n\nCHỦ TỊCH\n\nTrần Thị \
         Mẫu\n"
    );
    let yaml = read("plan.yaml");
    for line in [
        "number: \"43/KH-UBND\"",
        "type: {vi: \"Kế hoạch\", en: \"Plan\"}",
        "  vi: \"Phát triển giáo dục đến năm 2030\"",
        "date: 2026-02-03",
        "signer: {name: \"Trần Thị Mẫu\", role: {vi: \"Chủ tịch\", en: \"Chairperson\"}}",
        "status: signed",
        "text: official",
        "translation: pending",
    ] {
        assert!(yaml.lines().any(|found| found == line), "{line}\n{yaml}");
    }
    assert!(!plan.join("plan.en.md").exists());
    let (found, portal) = checked(folder.path());
    let found: Vec<(Code, &str)> =
        found.iter().map(|(code, message)| (*code, message.as_str())).collect();
    assert_eq!(
        found,
        [
            (Code::UncoveredFigure, "no row takes up the figure `ít nhất 48,5%`"),
            (Code::UncoveredFigure, "no row takes up the figure `95,4`"),
            (Code::Unfilled, "not filled in yet: the title in English")
        ],
        "a year above a column is no figure"
    );
    let before = portal.statements.len();

    // The rows are taken as they are, but for the indicator.
    let rows = read("targets.yaml");
    let rows: String = rows
        .lines()
        .skip_while(|line| *line != "# targets:")
        .map(|line| format!("{}\n", line.strip_prefix("# ").unwrap_or_default()))
        .collect::<String>()
        .replacen("‹điền mã chỉ tiêu›", "nursery-enrolment", 1)
        .replacen("‹điền mã chỉ tiêu›", "yearly-report", 1)
        .replacen("‹điền mã chỉ tiêu›", "national-standard-schools", 1);
    fs::write(plan.join("targets.yaml"), rows).expect("written");
    let (found, portal) = checked(folder.path());
    assert_eq!(
        found,
        [(Code::Unfilled, "not filled in yet: the title in English".to_owned())],
        "{}",
        read("targets.yaml")
    );
    assert_eq!((portal.statements.len() - before, minhbach::proven(&portal) - before), (3, 3));
}

#[test]
fn a_text_is_imported_with_what_is_typed_and_what_is_to_be_looked_at_is_told() {
    let text = "\u{feff}Số: 5/KH-UBND\r\nTỉnh Khác, ngày 03 tháng 02 năm 2026\r\nTỈNH \
                KHÁC\r\nKẾ HOẠCH\r\nI. MỤC TIÊU\r\n1. Ty\u{309} lệ đạt\r\n5%.\r\n17\r\n";
    let folder = portal("van-ban.txt", text.as_bytes());
    let ran = typed(
        folder.path(),
        &[
            "import",
            "van-ban.txt",
            "--place",
            "tinh-mau",
            "--number",
            "6/KH-UBND",
            "--date",
            "2026-02-04",
            "--title",
            "Giáo dục",
            "--draft",
            "--lang",
            "vi",
        ],
    );
    let told = said(&ran);
    let look_at = told
        .split("hãy xem lại:\n")
        .nth(1)
        .and_then(|rest| rest.split("tiếp theo:").next())
        .expect("something to look at");
    assert_eq!(
        look_at,
        "  những dòng chỉ có một con số được giữ lại trong văn bản: dòng 8 (17); nếu là số \
         trang thì xóa khỏi plan.vi.md\n  văn bản ghi số `5/KH-UBND`, bạn gõ `6/KH-UBND`\n  văn \
         bản ghi ngày 2026-02-03, bạn gõ 2026-02-04\n  đầu văn bản không ghi tên `Tỉnh Mẫu`: \
         hãy xem lại --place\n"
    );
    let plan = folder.path().join("content/provinces/tinh-mau/plans/6-2026");
    assert_eq!(
        fs::read_to_string(plan.join("plan.vi.md")).expect("made"),
        "# KẾ HOẠCH\n\n## I. MỤC TIÊU\n\n1. Tỷ lệ đạt 5%.\n\n17\n"
    );
    let yaml = fs::read_to_string(plan.join("plan.yaml")).expect("made");
    assert!(
        yaml.contains("status: draft\n")
            && yaml.contains("  vi: \"Giáo dục\"\n")
            && yaml.contains("date: 2026-02-04\n"),
        "{yaml}"
    );
}

#[test]
fn the_checksum_is_that_of_a_file_that_the_portal_publishes() {
    let folder = portal("x.txt", b"");
    fs::create_dir(folder.path().join("content/static")).expect("made");
    fs::write(folder.path().join("content/static/ban-ky.docx"), word_file()).expect("written");
    let ran =
        typed(folder.path(), &["import", "content/static/ban-ky.docx", "--place", "tinh-mau"]);
    assert!(ran.status.success(), "{}", said(&ran));
    let (found, portal) = checked(folder.path());
    assert!(
        found.iter().all(|(code, _)| [Code::Unfilled, Code::UncoveredFigure].contains(code)),
        "{found:?}"
    );
    let plan = portal.plans.iter().find(|plan| plan.slug == "43-2026").expect("it is there");
    assert!(plan.original.as_ref().is_some_and(|original| original.sha256.is_some()));
}

#[test]
fn what_cannot_be_imported_is_told_in_both_languages_and_changes_nothing() {
    let folder = portal("ke-hoach.docx", &word_file());
    let write =
        |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).expect("written");
    write("a.pdf", b"%PDF-1.7");
    write("a.doc", &[0xd0, 0xcf, 0x11, 0xe0, 0xa1]);
    write("a.txt", &[0xe1, 0x41, 0x00]);
    write("trong.txt", b" \n");
    write("ngay.txt", "I. MỤC TIÊU\n".as_bytes());
    write("hong.docx", &word_file()[..300]);
    let font = "<document><body><p><r><rPr><rFonts \
                ascii=\".VnTime\"/></rPr><t>TØnh</t></r></p></body></document>";
    write("cu.docx", &zip(&[("_rels/.rels", RELATIONS), ("word/document.xml", font)]));
    assert!(
        typed(folder.path(), &["import", "ke-hoach.docx", "--place", "tinh-mau"]).status.success()
    );
    let before = files(folder.path());
    let cases: [(&str, &str, &str, &str); 10] = [
        (
            "ke-hoach.docx",
            "tinh-mau",
            "đã có `content/provinces/tinh-mau/plans/43-2026`, nên không tạo gì; nếu là văn bản \
             khác thì thêm --slug, ví dụ --slug 43-kh-ubnd-2026",
            "`content/provinces/tinh-mau/plans/43-2026` is there already, so nothing was made; \
             if this is another document add --slug, such as --slug 43-kh-ubnd-2026",
        ),
        (
            "ke-hoach.docx",
            "lang-son",
            "cổng chưa có địa phương `lang-son`; các nơi đã có: tinh-mau; thêm nơi mới: \
             minhbach new place \"‹tên›\" --slug lang-son",
            "the portal has no place `lang-son`; there are: tinh-mau; to add one: minhbach new \
             place \"‹name›\" --slug lang-son",
        ),
        (
            "b.docx",
            "tinh-mau",
            "không đọc được `b.docx`: không có tệp hay thư mục này",
            "cannot read `b.docx`: there is no such file or folder",
        ),
        (
            "a.pdf",
            "tinh-mau",
            "`a.pdf`: đây là tệp PDF; hãy dùng tệp Word (.docx) của văn bản, hoặc chép chữ \
             trong PDF ra một tệp .txt (UTF-8)",
            "`a.pdf`: this is a PDF; use the document's Word file (.docx), or copy the text of \
             the PDF into a .txt file (UTF-8)",
        ),
        (
            "a.doc",
            "tinh-mau",
            "`a.doc`: đây là tệp Word dạng cũ (.doc) hoặc có mật khẩu; hãy mở bằng Word, bỏ mật \
             khẩu và lưu thành .docx",
            "`a.doc`: this is a Word file of the old form (.doc) or with a password; open it in \
             Word, take the password away and save it as .docx",
        ),
        (
            "a.txt",
            "tinh-mau",
            "`a.txt`: tệp này không phải là .docx, cũng không phải là văn bản UTF-8; tệp .txt \
             thì hãy lưu lại với bảng mã UTF-8",
            "`a.txt`: this is neither a .docx nor text in UTF-8; save a .txt again in UTF-8",
        ),
        (
            "trong.txt",
            "tinh-mau",
            "`trong.txt`: không tìm thấy văn bản nào trong tệp này",
            "`trong.txt`: there is no text in this file",
        ),
        (
            "ngay.txt",
            "tinh-mau",
            "văn bản không ghi rõ ngày ký ở đầu; hãy thêm --date, ví dụ --date 2026-01-15 \
             (không rõ ngày thì ghi 2026-01)",
            "the document does not plainly say at its top when it was signed; add --date, such \
             as --date 2026-01-15 (2026-01 where the day is not known)",
        ),
        (
            "hong.docx",
            "tinh-mau",
            "`hong.docx`: tệp .docx này bị hỏng; hãy mở bằng Word và lưu lại thành .docx",
            "`hong.docx`: this .docx is damaged; open it in Word and save it as .docx again",
        ),
        (
            "cu.docx",
            "tinh-mau",
            "`cu.docx` dùng phông chữ cũ `.VnTime` (không phải Unicode), chép ra sẽ sai chữ; \
             hãy chuyển mã văn bản sang Unicode trong Word rồi thử lại",
            "`cu.docx` uses the old font `.VnTime`, which is not Unicode, so that its letters \
             would be wrong; convert the document to Unicode in Word and try again",
        ),
    ];
    for (file, place, vi, en) in cases {
        for (language, expected) in
            [("vi", format!("lỗi: {vi}\n")), ("en", format!("error: {en}\n"))]
        {
            let refused =
                typed(folder.path(), &["import", file, "--place", place, "--lang", language]);
            assert_eq!((refused.status.code(), said(&refused)), (Some(2), expected), "{file}");
        }
    }
    assert!(files(folder.path()) == before, "nothing was made or changed");
}
