//! `minhbach new`: what it makes is whole and can be built, and what stands in its way is told and
//! left as it is.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use minhbach::diagnostic::{Code, Report};
use minhbach::{BuildOptions, Failure};
use tempfile::TempDir;

use crate::sites::files;

fn typed(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_minhbach"))
        .arg("new")
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the program runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).replace('\\', "/")
}

/// Makes something; it must be made.
fn made(folder: &Path, arguments: &[&str]) -> String {
    let output = typed(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", said(&output));
    said(&output)
}

fn options(folder: &Path) -> BuildOptions {
    let (content, out) = (folder.join("content"), folder.join("site"));
    BuildOptions {
        content,
        theme: None,
        out,
        cache: None,
        overrides: Default::default(),
        jobs: None,
        timings: false,
    }
}

/// A folder in which a portal was made.
fn portal() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    made(folder.path(), &["portal", "."]);
    filled_in(folder.path());
    folder
}

/// Fills in what the model portal asks for.
fn filled_in(folder: &Path) {
    let named = "title: {vi: Cổng, en: Portal}\ndescription: {vi: Giáo dục., en: \
                 Education.}\npublisher: {vi: Tỉnh Mẫu, en: Sample Province}\nas_of: \
                 2026-12-31\n";
    fs::write(folder.join("content/portal.yaml"), named).expect("written");
}

fn report(folder: &Path) -> Report {
    minhbach::check(&options(folder)).unwrap_or_else(|_| panic!("readable")).0
}

#[test]
fn a_new_portal_is_built_and_says_that_its_names_are_to_be_filled_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let told = made(folder.path(), &["portal", "cổng mới", "--lang", "en"]);
    assert!(
        told.starts_with("made:\n  cổng mới/content/dimensions.yaml\n")
            && told.contains("\nnext:\n  cd \"cổng mới\": go to the portal's folder\n"),
        "{told}"
    );
    let built = minhbach::build(&options(&folder.path().join("cổng mới")), &|_, _| {})
        .unwrap_or_else(|failure| match failure {
            Failure::World(message) => panic!("{}", message.en),
            Failure::Findings(report) => panic!("{} findings", report.sorted().len()),
        });
    let found: Vec<_> = built
        .report
        .sorted()
        .into_iter()
        .map(|found| (found.code, found.message.en.as_str()))
        .collect();
    assert_eq!(found, [(Code::Unfilled, "not filled in yet: tên cổng; and 5 more")]);
    assert_eq!((built.statements, built.proven), (5, 5));
    // Nothing is left beside what was made.
    let beside: Vec<_> = fs::read_dir(folder.path().join("cổng mới"))
        .expect("read")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    assert!(beside.iter().all(|name| name != ".content.minhbach-new"), "{beside:?}");
}

#[test]
fn a_new_place_is_named_in_both_languages_and_has_no_finding() {
    let folder = portal();
    let told = made(folder.path(), &["place", "Lạng Sơn", "--lang", "vi"]);
    assert_eq!(
        told,
        "đã tạo:\n  content/provinces/lang-son/place.yaml\ntiếp theo:\n  \
         minhbach new plan lang-son 43/KH-UBND --date 2026-01-15: thêm một kế hoạch, với số hiệu và ngày của nó\n  minhbach serve: xem trang của nơi này\n"
    );
    made(folder.path(), &["place", "Phường Đông Kinh", "--in", "Lạng Sơn"]);
    made(folder.path(), &["place", "Thành phố Đà Nẵng", "--slug", "da-nang-2025"]);
    let text = |path: &str| {
        fs::read_to_string(folder.path().join("content/provinces").join(path)).expect("made")
    };
    assert!(text("lang-son/place.yaml").starts_with(
        "name: {vi: \"Lạng Sơn\", en: \"Lang Son\"}\nfull_name: {vi: \"Tỉnh Lạng Sơn\", en: \
         \"Lang Son Province\"}\n"
    ));
    assert!(
        text("lang-son/communes/dong-kinh/place.yaml").contains("en: \"Dong Kinh Ward\"}")
            && text("da-nang-2025/place.yaml").contains("kind: city\n")
    );
    assert_eq!(report(folder.path()).sorted().len(), 0);
}

#[test]
fn a_new_plan_says_in_its_findings_what_is_to_be_filled_in_and_no_more() {
    let folder = portal();
    let told = made(
        folder.path(),
        &[
            "plan",
            "content/provinces/tinh-mau",
            "43/KH-UBND",
            "--date",
            "2026-02-10",
            "--lang",
            "en",
        ],
    );
    assert!(
        told.contains(
            "\n  minhbach clauses content/provinces/tinh-mau/plans/43-2026: see the anchor of \
             each piece\n"
        ),
        "{told}"
    );
    made(
        folder.path(),
        &[
            "plan",
            "tinh-mau",
            "--date",
            "2026-03",
            "--draft",
            "--title",
            "Kế hoạch \"mới\" 2026-2030",
        ],
    );
    made(folder.path(), &["page", "Hỏi đáp"]);
    let text =
        |path: &str| fs::read_to_string(folder.path().join("content").join(path)).expect("made");
    let plan = text("provinces/tinh-mau/plans/43-2026/plan.yaml");
    assert!(
        plan.contains("number: \"43/KH-UBND\"\ntype: {vi: \"Kế hoạch\", en: \"Plan\"}\n")
            && plan.contains("vi: \"Ủy ban nhân dân tỉnh Mẫu\""),
        "{plan}"
    );
    assert!(
        text("provinces/tinh-mau/plans/du-thao-2026/plan.yaml")
            .contains("  vi: \"Kế hoạch \\\"mới\\\" 2026-2030\"\n")
    );
    assert!(text("pages/hoi-dap.vi.md").starts_with("# Hỏi đáp\n"));
    let report = report(folder.path());
    assert!(
        report.sorted().iter().all(|finding| finding.code == Code::Unfilled)
            && !report.has_errors()
    );
    let unfilled: Vec<String> = report
        .sorted()
        .iter()
        .filter_map(|finding| {
            finding.location.source.path.rsplit("/content/").next().map(str::to_owned)
        })
        .collect();
    assert_eq!(
        unfilled,
        [
            "pages/hoi-dap.en.md",
            "pages/hoi-dap.vi.md",
            "provinces/tinh-mau/plans/43-2026/plan.en.md",
            "provinces/tinh-mau/plans/43-2026/plan.vi.md",
            "provinces/tinh-mau/plans/43-2026/plan.yaml",
            "provinces/tinh-mau/plans/du-thao-2026/plan.en.md",
            "provinces/tinh-mau/plans/du-thao-2026/plan.vi.md",
            "provinces/tinh-mau/plans/du-thao-2026/plan.yaml",
        ]
    );
}

#[test]
fn the_models_of_a_plan_are_right_once_their_signs_of_comment_are_gone() {
    let folder = portal();
    made(folder.path(), &["plan", "tinh-mau", "13/KH-UBND", "--date", "2026-02-10"]);
    let plans = folder.path().join("content/provinces/tinh-mau/plans");
    for name in ["plan.vi.md", "plan.en.md"] {
        fs::copy(plans.join("12-2026").join(name), plans.join("13-2026").join(name))
            .expect("copied");
    }
    let targets = fs::read_to_string(plans.join("13-2026/targets.yaml")).expect("made");
    let model =
        targets.lines().skip_while(|line| *line != "# targets:").take_while(|line| *line != "#");
    let rows: String = model
        .filter(|line| !line.contains("breakdown:"))
        .map(|line| format!("{}\n", &line[2..]))
        .collect();
    fs::write(plans.join("13-2026/targets.yaml"), rows).expect("written");
    let report = report(folder.path());
    let wrong: Vec<&str> = report
        .sorted()
        .iter()
        .filter(|finding| ![Code::Unfilled, Code::UncoveredFigure].contains(&finding.code))
        .map(|finding| finding.message.en.as_str())
        .collect();
    assert_eq!(wrong, [] as [&str; 0]);
}

#[test]
fn what_cannot_be_made_is_told_in_both_languages_and_changes_nothing() {
    let folder = portal();
    made(folder.path(), &["place", "Xã Ví Dụ", "--in", "tinh-mau"]);
    made(folder.path(), &["page", "faq"]);
    fs::create_dir(folder.path().join("trong")).expect("made");
    let before = files(folder.path());
    let cases: [(&[&str], &str, &str); 30] = [
        (
            &["portal", "."],
            "đã có `./content`, nên không tạo gì; hãy chọn thư mục khác, ví dụ: minhbach new \
             portal cong-moi",
            "`./content` is there already, so nothing was made; choose another folder, such as: \
             minhbach new portal my-portal",
        ),
        (
            &["portal", "content"],
            "`content` đã là thư mục nội dung của một cổng (có portal.yaml); hãy chọn thư mục khác",
            "`content` is the content folder of a portal already (it has a portal.yaml); choose \
             another folder",
        ),
        (
            &["place", "Lạng Sơn", "--content", "trong"],
            "`trong` không có cổng nào (thiếu portal.yaml); hãy vào thư mục của cổng, thêm \
             --content, hoặc tạo cổng mới: minhbach new portal cong-moi",
            "there is no portal in `trong` (it has no portal.yaml); go to the portal's folder, \
             add --content, or make a portal: minhbach new portal my-portal",
        ),
        (
            &["place", "Tỉnh Tỉnh Mẫu"],
            "đã có `content/provinces/tinh-mau`, nên không tạo gì; nơi khác trùng tên thì thêm \
             --slug, ví dụ --slug tinh-mau-2",
            "`content/provinces/tinh-mau` is there already, so nothing was made; for another \
             place of that name add --slug, such as --slug tinh-mau-2",
        ),
        (
            &["place", "Xã Bằng Mạc"],
            "xã `Bằng Mạc` thuộc tỉnh nào? Thêm --in và mã của tỉnh; các tỉnh: tinh-mau",
            "in which province is the commune `Bằng Mạc`? Add --in and the province's slug; \
             provinces: tinh-mau",
        ),
        (
            &["place", "Tỉnh Lạng Sơn", "--in", "tinh-mau"],
            "tỉnh không nằm trong tỉnh nào; bỏ --in, hoặc thêm --kind commune, ward hay \
             special_zone",
            "a province lies in no province; leave --in out, or add --kind commune, ward or \
             special_zone",
        ),
        (
            &["place", "Bằng Mạc", "--in", "lang-son"],
            "cổng chưa có địa phương `lang-son`; các nơi đã có: tinh-mau; thêm nơi mới: \
             minhbach new place \"‹tên›\" --slug lang-son",
            "the portal has no place `lang-son`; there are: tinh-mau; to add one: minhbach new \
             place \"‹name›\" --slug lang-son",
        ),
        (
            &["place", "Kế hoạch", "--in", "tinh-mau"],
            "mã `ke-hoach` đã dành cho trang có sẵn của cổng; hãy gõ: --slug ke-hoach-2",
            "a page of every portal is called `ke-hoach`; type: --slug ke-hoach-2",
        ),
        (
            &["place", "Lạng Sơn", "--slug", "Lạng Sơn"],
            "`Lạng Sơn` không dùng được làm mã trong địa chỉ trang: chỉ dùng a-z, 0-9 và dấu \
             gạch nối, nhiều nhất 80 chữ; hãy gõ --slug lang-son",
            "`Lạng Sơn` cannot be a part of a web address: only a-z, 0-9 and hyphens, 80 at \
             most; type --slug lang-son",
        ),
        (
            &["place", " "],
            "tên phải là một dòng chữ, không để trống",
            "a name is one line of text, and not empty",
        ),
        (
            &["plan", "tinh-mau", "12-KH/TU", "--date", "2026-05-01"],
            "đã có `content/provinces/tinh-mau/plans/12-2026`, nên không tạo gì; nếu là văn bản \
             khác thì thêm --slug, ví dụ --slug 12-kh-tu-2026",
            "`content/provinces/tinh-mau/plans/12-2026` is there already, so nothing was made; \
             if this is another document add --slug, such as --slug 12-kh-tu-2026",
        ),
        (
            &["plan", "tinh-mau", "KH-UBND", "--date", "2026-05-01"],
            "số hiệu `KH-UBND` không có chữ số; viết như 43/KH-UBND, hoặc bỏ đi nếu văn bản \
             không có số hiệu",
            "the number `KH-UBND` has no digits; write it like 43/KH-UBND, or leave it out \
             where the document has none",
        ),
        (
            &["plan", "tinh-mau/vi-du-2", "1/KH-UBND", "--date", "2026-05-01"],
            "cổng chưa có địa phương `tinh-mau/vi-du-2`; các nơi đã có ở đó: vi-du; thêm nơi \
             mới: minhbach new place \"‹tên›\" --in tinh-mau --slug vi-du-2",
            "the portal has no place `tinh-mau/vi-du-2`; there are: vi-du; to add one: minhbach \
             new place \"‹name›\" --in tinh-mau --slug vi-du-2",
        ),
        (
            &["page", "faq"],
            "đã có `content/pages/faq.en.md`, nên không tạo gì; hãy chọn tên khác, ví dụ: \
             minhbach new page faq-2",
            "`content/pages/faq.en.md` is there already, so nothing was made; choose another \
             name, such as: minhbach new page faq-2",
        ),
        (
            &["page", "Phương pháp"],
            "mã `phuong-phap` đã dành cho trang có sẵn của cổng; hãy gõ: minhbach new page method",
            "a page of every portal is called `phuong-phap`; type: minhbach new page method",
        ),
        (
            &["portal", "   "],
            "tên phải là một dòng chữ, không để trống",
            "a name is one line of text, and not empty",
        ),
        (
            &["portal", "CON"],
            "Windows không có tệp hay thư mục nào tên là `CON`; hãy gõ: minhbach new portal con-2",
            "Windows can have no file or folder named `CON`; type: minhbach new portal con-2",
        ),
        (
            &["place", "NUL"],
            "Windows không có tệp hay thư mục nào tên là `nul`; hãy gõ: --slug nul-2",
            "Windows can have no file or folder named `nul`; type: --slug nul-2",
        ),
        (
            &["page", "aux"],
            "Windows không có tệp hay thư mục nào tên là `aux`; hãy gõ: minhbach new page aux-2",
            "Windows can have no file or folder named `aux`; type: minhbach new page aux-2",
        ),
        (
            &["place", "東京"],
            "`東京` không dùng được làm mã trong địa chỉ trang: chỉ dùng a-z, 0-9 và dấu gạch \
             nối, nhiều nhất 80 chữ; hãy chọn mã, ví dụ: --slug trang-1",
            "`東京` cannot be a part of a web address: only a-z, 0-9 and hyphens, 80 at most; \
             choose one, such as: --slug name-1",
        ),
        (
            &["place", "Lạng\u{202e} Sơn"],
            "có một ký tự không nhìn thấy (U+202E) trong điều vừa gõ; hãy gõ lại bằng tay, đừng \
             dán",
            "there is a sign that cannot be seen (U+202E) in what was typed; type it anew by \
             hand, do not paste it",
        ),
        (
            &["place", "Huyện Chi Lăng"],
            "từ ngày 1/7/2025 không còn huyện; hãy ghi tên tỉnh, thành phố, hoặc tên xã, \
             phường, đặc khu (kèm --in và mã của tỉnh)",
            "since 1 July 2025 there is no huyện; type the name of a province or city, or of a \
             commune, ward or special zone (with --in and its province)",
        ),
        (
            &["place", "Thị trấn Đồng Đăng", "--in", "tinh-mau"],
            "từ ngày 1/7/2025 không còn thị trấn; hãy ghi tên tỉnh, thành phố, hoặc tên xã, \
             phường, đặc khu (kèm --in và mã của tỉnh)",
            "since 1 July 2025 there is no thị trấn; type the name of a province or city, or of \
             a commune, ward or special zone (with --in and its province)",
        ),
        (
            &["place", "Thành phố"],
            "thiếu tên sau từ `Thành phố`; đặt cả tên trong ngoặc kép",
            "there is no name behind `Thành phố`; put the whole name in quotes",
        ),
        (
            &["place", "Thành phố Lạng Sơn", "--in", "tinh-mau"],
            "`Lạng Sơn` không phải là thành phố trực thuộc trung ương, và từ ngày 1/7/2025 \
             không còn thành phố thuộc tỉnh; nếu nay đã là thành phố thì thêm --kind city",
            "`Lạng Sơn` is no centrally run city, and since 1 July 2025 provinces have no \
             cities; if it has become one, add --kind city",
        ),
        (
            &["place", "Đồng Nai"],
            "Đồng Nai là tỉnh hay thành phố? Các nguồn còn ghi khác nhau; hãy ghi rõ: \"Tỉnh \
             Đồng Nai\" hoặc \"Thành phố Đồng Nai\"",
            "is Đồng Nai a province or a city? Sources differ; type \"Tỉnh Đồng Nai\" or \
             \"Thành phố Đồng Nai\"",
        ),
        (
            &["plan", "../lang-son", "1/KH-UBND", "--date", "2026-05-01"],
            "`../lang-son` không phải là địa phương của cổng; hãy gõ mã như lang-son, hoặc \
             lang-son/bang-mac; các nơi đã có: tinh-mau",
            "`../lang-son` is no place of the portal; type a slug like lang-son, or \
             lang-son/bang-mac; there are: tinh-mau",
        ),
        (
            &["plan", "tinh-mau", "43/KH-UBND ngày 10/2/2026", "--date", "2026-05-01"],
            "`43/KH-UBND ngày 10/2/2026` không phải là số hiệu; viết liền như in trên văn bản, \
             ví dụ 43/KH-UBND, còn ngày ghi ở --date",
            "`43/KH-UBND ngày 10/2/2026` is not the number of a document; write it in one piece \
             as printed, such as 43/KH-UBND, and its day with --date",
        ),
        (
            &["plan", "🙂", "1/KH-UBND", "--date", "2026-05-01"],
            "`🙂` không phải là địa phương của cổng; hãy gõ mã như lang-son, hoặc \
             lang-son/bang-mac; các nơi đã có: tinh-mau",
            "`🙂` is no place of the portal; type a slug like lang-son, or lang-son/bang-mac; \
             there are: tinh-mau",
        ),
        (
            &["page", "🙂"],
            "`🙂` không dùng được làm mã trong địa chỉ trang: chỉ dùng a-z, 0-9 và dấu gạch nối, \
             nhiều nhất 80 chữ; hãy chọn mã, ví dụ: minhbach new page trang-1",
            "`🙂` cannot be a part of a web address: only a-z, 0-9 and hyphens, 80 at most; \
             choose one, such as: minhbach new page name-1",
        ),
    ];
    for (arguments, vi, en) in cases {
        for (language, expected) in
            [("vi", format!("lỗi: {vi}\n")), ("en", format!("error: {en}\n"))]
        {
            let refused = typed(folder.path(), &[arguments, &["--lang", language]].concat());
            assert_eq!(
                (refused.status.code(), said(&refused)),
                (Some(2), expected),
                "{arguments:?}"
            );
        }
    }
    assert!(files(folder.path()) == before, "nothing was made or changed");
}

#[test]
fn who_has_no_portal_yet_is_told_how_to_begin_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let Err(Failure::World(message)) = minhbach::check(&options(folder.path())) else {
        panic!("there is no content")
    };
    assert!(
        message.vi.ends_with("chưa có cổng thì gõ: minhbach new portal cong-moi")
            && message.en.ends_with("type: minhbach new portal my-portal")
    );
    fs::create_dir(folder.path().join("content")).expect("made");
    let report = report(folder.path());
    let [finding] = report.sorted()[..] else { panic!("one finding") };
    assert!(
        finding.code == Code::MissingFile
            && finding.cure.en.ends_with("type: minhbach new portal my-portal")
    );
}

#[test]
fn a_day_that_is_none_is_told_as_it_is_typed() {
    let folder = portal();
    let refused = typed(
        folder.path(),
        &["plan", "tinh-mau", "43/KH-UBND", "--date", "0000-01-01", "--lang", "en"],
    );
    assert!(
        refused.status.code() == Some(2) && said(&refused).contains("not a day"),
        "{}",
        said(&refused)
    );
    for (language, told) in [
        ("vi", "không phải là ngày; viết như 2026-02-10"),
        ("en", "not a day; write it like 2026-02-10"),
    ] {
        let refused = typed(
            folder.path(),
            &["plan", "tinh-mau", "43/KH-UBND", "--date", "10/2/2026", "--lang", language],
        );
        assert_eq!(refused.status.code(), Some(2));
        assert!(said(&refused).contains(told), "{}", said(&refused));
    }
}
