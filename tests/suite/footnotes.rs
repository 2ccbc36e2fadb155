//! Footnotes on the pages of a plan: marks in the text, numbers and ways back at the footnotes.

use minhbach::diagnostic::{Code, Location};

use crate::sites::Site;

const PLAN: &str = "provinces/tinh-mau/plans/1-2025";

/// The small site with two footnotes in a plan, the first of which is referred to twice, once right
/// behind a proven figure.
fn site() -> Site {
    let site = Site::with("");
    for (language, figure, other, more) in [
        ("vi", "đạt 48,5%.", "05 trường.", "II. TỔ CHỨC THỰC HIỆN\n"),
        ("en", "reaches 48.5%.", "Build 5 schools.", "II. IMPLEMENTATION\n"),
    ] {
        let file = format!("{PLAN}/plan.{language}.md");
        site.replace(&file, figure, &format!("{}[^1].", figure.trim_end_matches('.')));
        site.replace(&file, other, &format!("{}[^1][^2].", other.trim_end_matches('.')));
        site.replace(
            &file,
            more,
            &format!("{more}\n[^1]: Theo báo cáo.\n\n[^2]: Theo *nghị quyết*.\n"),
        );
    }
    site
}

#[test]
fn marks_lead_to_footnotes_and_back_in_one_language_and_in_both() {
    let site = site();
    assert!(minhbach::build(&site.options(), &|_, _| {}).is_ok(), "the site is built");
    let page = |wanted: &dyn Fn(&str) -> bool| {
        let built = site.built();
        let (_, bytes) = built.iter().find(|(path, _)| wanted(path)).unwrap_or_else(|| {
            panic!("not among {:?}", built.iter().map(|file| &file.0).collect::<Vec<_>>())
        });
        String::from_utf8(bytes.to_vec()).expect("text").replace(['"', '\''], "")
    };
    let plan = page(&|path| path.starts_with("vi/") && path.ends_with("/1-2025.html"));
    let english = page(&|path| path.starts_with("en/") && path.ends_with("/1-2025.html"));
    let sides = page(&|path| {
        path.starts_with("vi/") && path.contains("/1-2025/") && path.ends_with(".html")
    });
    for html in [&plan, &english, &sides] {
        for id in ["id=fn-1-ref ", "id=fn-1-ref-2 ", "id=fn-2-ref "] {
            assert_eq!(html.matches(id).count(), 1, "{id} in {html}");
        }
        for href in ["href=#fn-1 ", "href=#fn-2 ", "href=#fn-1-ref ", "href=#fn-2-ref "] {
            assert!(html.contains(href), "{href} in {html}");
        }
    }
    assert!(
        plan.contains("48,5%</mark></a><sup class=note-mark><a"),
        "the mark stands behind the figure's link: {plan}"
    );
    assert!(
        plan.contains("aria-label=Chú thích 1>[1]</a></sup>")
            || plan.contains("aria-label=Chú thích 1 "),
        "{plan}"
    );
    assert!(english.contains("Footnote 1") && !english.contains("Chú thích 1"), "{english}");
    assert!(
        plan.contains("<span class=note-number>[2]</span> Theo <em>nghị quyết</em>."),
        "{plan}"
    );
    assert!(
        plan.contains("Trở lại chỗ có dấu chú thích 2")
            && english.contains("Back to the mark of footnote 2")
    );
    assert_eq!(
        sides.matches("<span class=note-number>[1]</span>").count(),
        2,
        "each side has the number"
    );
}

#[test]
fn a_number_that_a_footnote_begins_with_is_part_of_its_words() {
    let site = Site::with("");
    for (language, words) in [
        ("vi", "\nHai chữ[^1].\n\n[^1]: 2030. Năm cuối.\n"),
        ("en", "\nTwo words[^1].\n\n[^1]: 2025. Last year.\n"),
    ] {
        let path =
            site.content().join(format!("provinces/tinh-mau/plans/1-2025/plan.{language}.md"));
        let text = std::fs::read_to_string(&path).expect("the text");
        std::fs::write(&path, format!("{text}{words}")).expect("written");
    }
    let (report, _) = minhbach::check(&site.options()).unwrap_or_else(|_| panic!("readable"));
    assert!(
        report.sorted().iter().any(|diagnostic| diagnostic.code == Code::NumbersDiffer),
        "2030 and 2025 are not the same"
    );
}

#[test]
fn a_label_that_a_second_footnote_has_is_told_once_and_names_the_first() {
    let site = site();
    let file = format!("{PLAN}/plan.vi.md");
    site.replace(
        &file,
        "[^2]: Theo *nghị quyết*.\n",
        "[^2]: Theo *nghị quyết*.\n\n[^1]: Theo số liệu 2025.\n",
    );
    let (report, _) = minhbach::check(&site.options()).unwrap_or_else(|_| panic!("readable"));
    let [finding] = report.sorted()[..] else { panic!("one cause, one finding: {report:?}") };
    assert_eq!(finding.code, Code::DuplicateId);
    assert_eq!(finding.message.en, "The footnote `[^1]` is written twice.");
    let text = &finding.location.source.text;
    assert_eq!(finding.location.range.start, text.rfind("[^1]: ").expect("the second"));
    assert_eq!(finding.related[0].0.range.start, text.find("[^1]: ").expect("the first"));
}

/// The findings of a site: their codes and what they mark.
fn found(site: &Site) -> Vec<(Code, String)> {
    let (report, _) = minhbach::check(&site.options()).unwrap_or_else(|_| panic!("readable"));
    let marked = |location: &Location| location.source.text[location.range.clone()].to_owned();
    report
        .sorted()
        .iter()
        .map(|diagnostic| (diagnostic.code, marked(&diagnostic.location)))
        .collect()
}

#[test]
fn a_footnote_that_one_language_lacks_is_told_at_its_mark_alone() {
    let mark = |label: &str| (Code::FootnoteMissing, format!("[^{label}]"));
    let site = site();
    site.replace(&format!("{PLAN}/plan.en.md"), "\n[^2]: Theo *nghị quyết*.\n", "");
    assert_eq!(found(&site), [mark("2")]);
    site.replace(&format!("{PLAN}/plan.en.md"), "\n[^1]: Theo báo cáo.\n", "");
    assert_eq!(found(&site), [mark("1"), mark("1"), mark("2")]);
    let site = Site::with("");
    site.replace(&format!("{PLAN}/plan.vi.md"), "05 trường.", "05 trường[^1].");
    assert_eq!(found(&site), [mark("1")], "the mark's number is none of the text");
    site.replace(&format!("{PLAN}/plan.vi.md"), "Các xã báo cáo", "Các xã báo cáo 3 lần");
    let turned = (Code::StatementTurned, "\"trước ngày 10/12 hằng năm\"".to_owned());
    let differs = (Code::NumbersDiffer, "3".to_owned());
    assert_eq!(found(&site), [mark("1"), differs, turned], "other numbers are still compared");
}

#[test]
fn a_footnote_of_several_paragraphs_has_its_number_first_and_its_way_back_last() {
    let site = site();
    for language in ["vi", "en"] {
        let file = format!("{PLAN}/plan.{language}.md");
        site.replace(
            &file,
            "[^1]: Theo báo cáo.\n",
            "[^1]: Theo báo cáo:\n\n    - của xã;\n    - của tỉnh.\n\n    Đoạn cuối.\n",
        );
    }
    crate::portal::build(&site);
    for page in [
        "vi/dia-phuong/tinh-mau/ke-hoach/1-2025.html",
        "vi/dia-phuong/tinh-mau/ke-hoach/1-2025/song-ngu.html",
    ] {
        let html = crate::portal::file(&site, page).replace(['"', '\''], "");
        let at = |part: &str| html.find(part).unwrap_or_else(|| panic!("{part} in {html}"));
        let (number, bullet, last) =
            (at("[1]</span> Theo báo cáo:"), at("id=fn-1-b1"), at("id=fn-1-p2"));
        assert!(number < bullet && bullet < last);
        assert!(
            !html[..last].contains("href=#fn-1-ref ") && html[last..].contains("href=#fn-1-ref "),
            "{html}"
        );
    }
}

#[test]
fn a_page_of_prose_has_footnotes_as_plans_have() {
    let site = Site::with("");
    for (language, words) in [
        ("vi", "\nTheo luật[^1].\n\n[^1]: Luật Giáo dục.\n"),
        ("en", "\nBy law[^1].\n\n[^1]: The Education Law.\n"),
    ] {
        let path = site.content().join(format!("pages/about.{language}.md"));
        let text = std::fs::read_to_string(&path).expect("the page");
        std::fs::write(&path, format!("{text}{words}")).expect("written");
    }
    crate::portal::build(&site);
    let html = crate::portal::file(&site, "en/about.html").replace(['"', '\''], "");
    for part in [
        "By law<sup class=note-mark><a href=#fn-1 id=fn-1-ref ",
        "aria-label=Footnote 1",
        "<p id=fn-1><span class=note-number>[1]</span> The Education Law.",
        "href=#fn-1-ref",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
    site.replace("pages/about.vi.md", "\n[^1]: Luật Giáo dục.\n", "");
    assert_eq!(found(&site), [(Code::FootnoteMissing, "[^1]".to_owned())]);
}
