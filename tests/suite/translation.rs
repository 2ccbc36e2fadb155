//! The English of a plan held against the Vietnamese that an editor confirmed it by.

use std::fs;

use minhbach::content::lock;
use minhbach::diagnostic::Code;

use crate::portal::{build, file};
use crate::sites::Site;

const PLAN: &str = "provinces/tinh-mau/plans/1-2025";

/// Confirms the province's plan as the command does.
fn confirm(site: &Site) {
    let (_, portal) = minhbach::check(&site.options()).unwrap_or_else(|_| panic!("readable"));
    let portal = portal.expect("a portal");
    let plan = portal.plans.iter().find(|plan| plan.slug == "1-2025").expect("the plan");
    lock::write(&[lock::of_plan(&site.content().join(PLAN), &plan.text).expect("readable")])
        .expect("written");
}

/// The units that are said to be behind.
fn behind(site: &Site) -> Vec<String> {
    told(site, Code::TranslationBehind)
}

/// What the findings of a code name.
fn told(site: &Site, code: Code) -> Vec<String> {
    let (report, _) = minhbach::check(&site.options()).unwrap_or_else(|_| panic!("readable"));
    report
        .sorted()
        .iter()
        .filter(|diagnostic| diagnostic.code == code)
        .map(|diagnostic| diagnostic.message.en.split('`').nth(1).expect("the anchor").to_owned())
        .collect()
}

#[test]
fn without_a_lock_nothing_is_said_and_a_confirmed_text_is_clean() {
    let site = Site::with("");
    assert!(behind(&site).is_empty());
    confirm(&site);
    let first = fs::read(site.content().join(PLAN).join(lock::NAME)).expect("a lock");
    assert!(behind(&site).is_empty());
    confirm(&site);
    assert_eq!(
        fs::read(site.content().join(PLAN).join(lock::NAME)).expect("a lock"),
        first,
        "the same texts, the same bytes"
    );
}

#[test]
fn a_changed_vietnamese_unit_is_behind_until_it_is_confirmed_whatever_the_english_says() {
    let site = Site::with("");
    confirm(&site);
    site.replace(
        &format!("{PLAN}/plan.en.md"),
        "The province completes",
        "This province completes",
    );
    assert!(behind(&site).is_empty(), "an English that was mended is behind nothing");
    assert_eq!(
        told(&site, Code::TranslationUnconfirmed),
        ["i.3-p1"],
        "it is asked to be confirmed"
    );
    site.replace(&format!("{PLAN}/plan.vi.md"), "Các xã báo cáo", "Các xã, phường báo cáo");
    assert_eq!(behind(&site), ["ii-p1"]);
    site.replace(&format!("{PLAN}/plan.en.md"), "Communes report", "Communes and wards report");
    assert_eq!(behind(&site), ["ii-p1"]);
    build(&site);
    let mark = "The English of this clause is behind the Vietnamese.";
    assert_eq!(file(&site, "en/places/tinh-mau/plans/1-2025.html").matches(mark).count(), 1);
    assert!(!file(&site, "vi/dia-phuong/tinh-mau/ke-hoach/1-2025.html").contains("behind"));
    assert_eq!(
        file(&site, "en/places/tinh-mau/plans/1-2025/bilingual.html").matches(mark).count(),
        1
    );
    confirm(&site);
    assert!(behind(&site).is_empty());
}

#[test]
fn what_only_moved_or_was_set_in_other_spaces_is_confirmed_and_what_is_new_in_both_languages_is_not()
 {
    let site = Site::with("");
    confirm(&site);
    site.replace(&format!("{PLAN}/plan.vi.md"), "Các xã báo cáo", "Các  xã\u{a0}báo cáo");
    assert!(behind(&site).is_empty());
    site.replace(
        &format!("{PLAN}/plan.vi.md"),
        "- Trường đạt chuẩn",
        "- Việc mới.\n- Trường đạt chuẩn",
    );
    site.replace(
        &format!("{PLAN}/plan.en.md"),
        "- Schools meeting",
        "- A new thing.\n- Schools meeting",
    );
    for (old, new) in [
        ("clause: i.2-b2", "clause: i.2-b3"),
        (
            "level: primary}\n    period: 2030\n    goal: \"> 74.4\"\n    clause: i.2-b1",
            "level: primary}\n    period: 2030\n    goal: \"> 74.4\"\n    clause: i.2-b2",
        ),
    ] {
        site.replace(&format!("{PLAN}/targets.yaml"), old, new);
    }
    site.replace(&format!("{PLAN}/targets.yaml"), "clause: i.2-b1", "clause: i.2-b2");
    assert!(behind(&site).is_empty(), "there was no English before that could be behind");
    assert_eq!(told(&site, Code::TranslationUnconfirmed), ["i.2-b1"]);
    build(&site);
    let mark = "The English of this clause has not been confirmed yet.";
    for page in
        ["en/places/tinh-mau/plans/1-2025.html", "en/places/tinh-mau/plans/1-2025/bilingual.html"]
    {
        let page = file(&site, page);
        assert_eq!(
            (page.matches(mark).count(), page.matches("is behind the Vietnamese").count()),
            (1, 0)
        );
    }
    confirm(&site);
    assert!(told(&site, Code::TranslationUnconfirmed).is_empty());
}

#[test]
fn what_only_one_side_of_an_unfinished_merge_confirmed_is_not_confirmed() {
    let site = Site::with("");
    confirm(&site);
    let path = site.content().join(PLAN).join(lock::NAME);
    let text = fs::read_to_string(&path).expect("a lock");
    let line = |beginning: &str| {
        text.lines().find(|line| line.starts_with(beginning)).expect("a line").to_owned()
    };
    let (older, newer, status) =
        (line("ii-p1 "), "ii-p1 0000000000000000 0000000000000000", line("plan.yaml:status "));
    for disputed in [
        format!("<<<<<<< HEAD\n{older}\n=======\n{newer}\n>>>>>>> other\n"),
        format!("<<<<<<< HEAD\n{newer}\n||||||| base\n{older}\n=======\n{older}\n>>>>>>> other\n"),
        format!("<<<<<<< HEAD\n{older}\n"),
    ] {
        fs::write(&path, text.replace(&format!("{older}\n"), &disputed)).expect("written");
        let (report, _) = minhbach::check(&site.options()).unwrap_or_else(|_| panic!("readable"));
        let marks: Vec<_> = report
            .sorted()
            .into_iter()
            .filter(|diagnostic| diagnostic.code == Code::MergeMarks)
            .collect();
        assert_eq!(marks.len(), 1, "{disputed}");
        assert_eq!(
            marks[0].location.line_and_column(),
            (text[..text.find(&older).expect("the line")].matches('\n').count() + 1, 1)
        );
        assert_eq!(told(&site, Code::TranslationUnconfirmed), ["ii-p1"], "{disputed}");
        assert!(
            told(&site, Code::AttributeUnconfirmed).is_empty(),
            "both sides have the attributes"
        );
    }
    fs::write(
        &path,
        text.replace(
            &status,
            &format!(
                "<<<<<<< HEAD\n{status}\n=======\nplan.yaml:status 0000000000000000\n>>>>>>> other"
            ),
        ),
    )
    .expect("written");
    assert_eq!(told(&site, Code::AttributeUnconfirmed), ["status"]);
    assert!(
        behind(&site).is_empty() && told(&site, Code::TranslationUnconfirmed).is_empty(),
        "the rest is confirmed by both sides"
    );
}

#[test]
fn a_changed_attribute_is_asked_for_until_it_is_confirmed() {
    let site = Site::with("");
    let file = format!("{PLAN}/plan.yaml");
    site.replace(&file, "status: signed", "status: draft");
    assert!(told(&site, Code::AttributeUnconfirmed).is_empty(), "nothing was confirmed yet");
    confirm(&site);
    site.replace(&file, "status: draft", "status:   \"draft\"");
    assert!(
        told(&site, Code::AttributeUnconfirmed).is_empty(),
        "other quotes and spaces are the same"
    );
    site.replace(&file, "status:   \"draft\"", "status: signed");
    assert_eq!(told(&site, Code::AttributeUnconfirmed), ["status"]);
    confirm(&site);
    assert!(told(&site, Code::AttributeUnconfirmed).is_empty());
    site.replace(&file, "number: 1/KH-UBND\n", "");
    assert_eq!(told(&site, Code::AttributeUnconfirmed), ["number"], "what was left out is missed");
}

/// The small site, whose province's plan has no English yet.
fn pending() -> Site {
    let site = Site::with(&format!("-- {PLAN}/plan.en.md --\n(deleted)\n"));
    site.replace(
        &format!("{PLAN}/plan.yaml"),
        "text: edition\n",
        "text: edition\ntranslation: pending\n",
    );
    site
}

#[test]
fn a_missing_translation_is_an_error_unless_it_is_declared() {
    let site = Site::with(&format!("-- {PLAN}/plan.en.md --\n(deleted)\n"));
    let (report, _) = minhbach::check(&site.options()).unwrap_or_else(|_| panic!("readable"));
    assert_eq!(
        report.sorted().iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>(),
        [Code::MissingFile]
    );
    assert!(behind(&pending()).is_empty());
}

#[test]
fn an_english_quote_is_needed_as_long_as_there_is_an_english_text() {
    let targets = format!("{PLAN}/targets.yaml");
    let (quote, without) =
        ("{vi: \"Xây mới 05 trường\", en: \"Build 5 schools\"}", "{vi: \"Xây mới 05 trường\"}");
    let site = Site::with("");
    site.replace(&targets, quote, without);
    let (report, _) = minhbach::check(&site.options()).unwrap_or_else(|_| panic!("readable"));
    assert_eq!(
        report.sorted().iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>(),
        [Code::MissingField]
    );
    let site = pending();
    site.replace(&targets, quote, without);
    assert!(behind(&site).is_empty());
}

#[test]
fn a_pending_translation_stands_in_vietnamese_under_a_banner_and_is_counted_apart() {
    let site = pending();
    let summary = build(&site);
    // The commune's plan has one figure, and both languages.
    assert_eq!((summary.statements, summary.proven, summary.in_vietnamese_alone), (7, 7, 6));
    let page = file(&site, "en/places/tinh-mau/plans/1-2025.html");
    assert!(page.contains("Its text stands here in Vietnamese"));
    assert!(
        page.contains(
            "<span lang=\"vi\">Tỷ lệ huy động trẻ nhà trẻ đến trường đạt <a class=\"figure\""
        ),
        "{page}"
    );
    assert!(
        !page.contains("bilingual")
            && !site
                .built()
                .iter()
                .any(|(path, _)| path.contains("1-2025/bilingual")
                    || path.contains("1-2025/song-ngu"))
    );
    assert!(
        !file(&site, "vi/dia-phuong/tinh-mau/ke-hoach/1-2025.html").contains("lang=\"vi\">Tỷ lệ")
    );
    let card = file(&site, "en/places/tinh-mau/indicators/nursery-enrolment.html");
    assert!(
        card.contains("in Vietnamese alone, no English yet")
            && card.contains("<div lang=\"vi\"><blockquote"),
        "{card}"
    );
    let report = file(&site, "en/evidence.html");
    assert!(
        report.contains("6 figures are proven in Vietnamese alone")
            && report
                .contains("One figure is proven in the portal’s own edition, in both languages."),
        "{report}"
    );
    assert!(
        file(&site, "en/index.html")
            .contains("A plan that has no English yet is checked in Vietnamese alone.")
    );
    assert!(file(&site, "data/evidence.json").contains("\"languages\":[\"vi\"]"));
    assert!(file(&site, "data/targets.csv").contains("Xây mới 05 trường,,"), "no English quote");
}

#[test]
fn a_figure_is_proven_in_vietnamese_while_the_english_is_pending() {
    let site = pending();
    site.replace(&format!("{PLAN}/targets.yaml"), "goal: 48.5", "goal: 48.6");
    let (report, _) = minhbach::check(&site.options()).unwrap_or_else(|_| panic!("readable"));
    assert_eq!(
        report.sorted().iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>(),
        [Code::GoalDiffers],
        "once, for there is one text"
    );
}

#[test]
fn a_renumbered_piece_is_found_by_its_older_anchor_in_both_languages() {
    let site = Site::with("");
    site.replace(
        &format!("{PLAN}/plan.yaml"),
        "text: edition\n",
        "text: edition\naliases:\n  - {old: i.4-p1, now: i.3-p1}\n",
    );
    build(&site);
    for page in [
        "vi/dia-phuong/tinh-mau/ke-hoach/1-2025.html",
        "en/places/tinh-mau/plans/1-2025.html",
        "en/places/tinh-mau/plans/1-2025/bilingual.html",
    ] {
        assert_eq!(file(&site, page).matches("id=\"i.4-p1\"").count(), 1, "{page}");
    }
    let wrong = |old: &str, now: &str| {
        let site = Site::with("");
        site.replace(
            &format!("{PLAN}/plan.yaml"),
            "text: edition\n",
            &format!("text: edition\naliases:\n  - {{old: {old}, now: {now}}}\n"),
        );
        let (report, _) = minhbach::check(&site.options()).unwrap_or_else(|_| panic!("readable"));
        report.sorted().iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>()
    };
    assert_eq!(wrong("i.1-p1", "i.3-p1"), [Code::DuplicateId], "the anchor is in use");
    assert_eq!(wrong("i.4-p1", "i.9-p1"), [Code::UnknownClause]);
    assert_eq!(wrong("figures", "i.3-p1"), [Code::WrongValue]);
}
