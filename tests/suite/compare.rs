//! Evidence, conflicts, revisions and levels on whole sites, and what they say of the real content.

use std::path::Path;

use minhbach::compare::{Change, Comparison, conflicts, levels, revisions};
use minhbach::diagnostic::Code;
use minhbach::portal::{PlaceIndex, PlanIndex, Portal, StatementIndex};

use crate::portal::{build, file};
use crate::sites::Site;

#[test]
fn a_contradiction_is_published_and_a_note_settles_its_warning() {
    let case = include_str!("../diagnostics/unsettled-conflict/case.txt");
    let site = Site::with(case);
    let summary = build(&site);
    assert_eq!(
        summary.report.sorted().iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>(),
        [Code::UnsettledConflict]
    );
    let page = file(&site, "en/conflicts.html");
    assert!(page.contains("48.5%") && page.contains("at least 50%"));

    site.replace(
        "provinces/tinh-mau/plans/1-2025/targets.yaml",
        "goal: \">= 50\"",
        "goal: \">= 50\"\n    note: {vi: Bản gốc in hai mức., en: The original prints both.}",
    );
    let summary = build(&site);
    assert!(summary.report.sorted().is_empty());
    assert!(file(&site, "vi/mau-thuan.html").contains("Bản gốc in hai mức."));
}

#[test]
fn a_figure_without_a_row_stands_in_the_evidence_report_with_its_reason() {
    let site = Site::with("");
    build(&site);
    assert!(
        file(&site, "en/evidence.html")
            .contains("None. Every number in the texts of the plans is taken up.")
    );
    assert!(file(&site, "vi/index.html").contains("href=\"../vi/chung-cu.html\""));

    let site = Site::with(include_str!("../diagnostics/uncovered-figure/case.txt"));
    build(&site);
    for page in ["en/evidence.html", "en/places/tinh-mau/plans/1-2025.html"] {
        let html = file(&site, page);
        assert!(
            html.contains("<mark>05 trường</mark>") && html.contains("No reason given"),
            "{page}"
        );
    }
}

#[test]
fn a_commune_stands_beside_its_province_and_both_lead_there() {
    let site = Site::with("");
    build(&site);
    assert!(file(&site, "en/places/tinh-mau.html").contains("tinh-mau/xa-mau/comparison.html"));
    assert!(
        file(&site, "en/places/tinh-mau/xa-mau.html").contains("href=\"xa-mau/comparison.html\"")
    );
    let page = file(&site, "vi/dia-phuong/tinh-mau/xa-mau/so-sanh.html");
    assert!(page.contains("48,5%"), "{page}");
}

/// An older plan of the sample province that still stands, and what it demands of the nurseries.
fn older_plan(goal: &str, words: [&str; 2]) -> String {
    format!(
        "-- provinces/tinh-mau/plans/7-2021/plan.yaml --
number: 7/KH-UBND
type: {{vi: Kế hoạch, en: Plan}}
title: {{vi: Kế hoạch giáo dục đến năm 2030, en: Education plan to 2030}}
issuer: {{vi: Ủy ban nhân dân Tỉnh Mẫu, en: Sample Provincial People's Committee}}
date: 2021-02-10
status: signed
text: edition
-- provinces/tinh-mau/plans/7-2021/plan.vi.md --
## I. MỤC TIÊU ĐẾN NĂM 2030

Tỷ lệ huy động trẻ nhà trẻ đến trường {}.
-- provinces/tinh-mau/plans/7-2021/plan.en.md --
## I. TARGETS FOR 2030

Nursery enrolment {}.
-- provinces/tinh-mau/plans/7-2021/targets.yaml --
targets:
  - indicator: nursery-enrolment
    period: 2030
    goal: {goal}
    clause: i-p1
    quote: {{vi: \"trẻ nhà trẻ đến trường {}\", en: \"Nursery enrolment {}\"}}
",
        words[0], words[1], words[0], words[1]
    )
}

fn codes(site: &Site) -> Vec<Code> {
    let (report, _) = minhbach::check(&site.options()).unwrap_or_else(|_| panic!("readable"));
    report.sorted().iter().map(|diagnostic| diagnostic.code).collect()
}

const TARGETS: &str = "provinces/tinh-mau/plans/1-2025/targets.yaml";
const PLAN: &str = "provinces/tinh-mau/plans/1-2025/plan.yaml";

/// The newer plan says 48.5%.
#[test]
fn a_newer_plan_that_demands_less_while_the_older_stands_is_asked_about_until_somebody_says_why() {
    let less = older_plan("50", ["đạt 50%", "reaches 50%"]);
    assert_eq!(codes(&Site::with(&less)), [Code::UnsettledConflict]);
    let settled = |file: &str, old: &str, new: &str| {
        let site = Site::with(&less);
        site.replace(file, old, new);
        codes(&site)
    };
    let note =
        "    goal: 48.5\n    note: {vi: Kế hoạch trước ghi 50%., en: The older plan says 50%.}\n";
    assert_eq!(settled(TARGETS, "    goal: 48.5\n", note), []);
    let named = "    goal: 48.5\n    conflicts_with: tinh-mau/7-2021/nursery-enrolment-2030\n";
    assert_eq!(settled(TARGETS, "    goal: 48.5\n", named), []);
    let unknown = "    goal: 48.5\n    conflicts_with: tinh-mau/7-2021/nursery-enrolment-2031\n";
    assert_eq!(
        settled(TARGETS, "    goal: 48.5\n", unknown),
        [Code::UnknownReference, Code::UnsettledConflict]
    );
    let relation = "status: signed\nrelations:\n  - {kind: amended_by, plan: tinh-mau/1-2025, \
                    vi: Kế hoạch 1, en: Plan 1}\n";
    assert_eq!(
        settled("provinces/tinh-mau/plans/7-2021/plan.yaml", "status: signed\n", relation),
        []
    );
    let draft = "status: draft\n";
    assert_eq!(settled(PLAN, "status: signed\n", draft), []);

    let site = Site::with(&less);
    build(&site);
    let page = file(&site, "en/conflicts.html");
    assert!(
        page.contains("48.5%")
            && page.contains("50%")
            && page.contains("href=\"places/tinh-mau/revisions.html\""),
        "{page}"
    );
    assert!(
        file(&site, "en/places/tinh-mau/revisions.html")
            .contains("<span class=\"change lowered\">Lowered</span>")
    );
    let target = file(&site, "en/places/tinh-mau/indicators/nursery-enrolment.html");
    assert_eq!(
        target.matches("Another plan that is in force too contradicts this:").count(),
        2,
        "at both"
    );
}

#[test]
fn a_newer_plan_that_demands_more_or_the_same_in_other_words_contradicts_nothing() {
    for (goal, words, change) in [
        ("40", ["đạt 40%", "reaches 40%"], "raised"),
        ("\">= 48.5\"", ["đạt ít nhất 48,5%", "reaches at least 48.5%"], "comparator"),
        ("48.5", ["đạt 48,5%", "reaches 48.5%"], "kept"),
    ] {
        let site = Site::with(&older_plan(goal, words));
        assert_eq!(codes(&site), []);
        build(&site);
        assert!(
            file(&site, "vi/dia-phuong/tinh-mau/thay-doi.html")
                .contains(&format!("<span class=\"change {change}\">")),
            "{change}"
        );
    }
}

#[test]
fn over_a_value_and_at_least_it_is_a_weaker_comparator_and_a_conflict() {
    let site = Site::with(&older_plan("\"> 48.5\"", ["đạt trên 48,5%", "reaches over 48.5%"]));
    assert_eq!(codes(&site), [Code::UnsettledConflict]);
    build(&site);
    let page = file(&site, "en/places/tinh-mau/revisions.html");
    assert!(page.contains("Comparator only</span> <span class=muted>(demands less)"), "{page}");
}

#[test]
fn a_plan_that_replaces_another_says_what_became_of_each_target() {
    let site = Site::with(include_str!("../diagnostics/unaccounted-target/case.txt"));
    assert_eq!(codes(&site), [Code::UnaccountedTarget]);
    let dropped = "dropped:\n  - target: tinh-mau/7-2021/literacy-programme-2025\n    reason: \
                   {vi: Đã xong., en: It is complete.}\n";
    site.replace(TARGETS, "dropped:\n", dropped);
    assert_eq!(codes(&site), []);
    build(&site);
    let page = file(&site, "en/places/tinh-mau/revisions.html");
    assert!(
        page.contains("Dropped: 2 targets, with the reasons")
            && page.contains("It is complete.")
            && page.contains("The schools have been built."),
        "{page}"
    );
    assert!(page.contains("A further step"));
    let target = file(&site, "vi/dia-phuong/tinh-mau/chi-tieu/literacy-programme.html");
    assert!(target.contains("bỏ mục tiêu này. Lý do</a>: Đã xong."), "{target}");
    // Twice, and of a row that nobody has.
    site.replace(
        TARGETS,
        "dropped:\n",
        &format!(
            "{dropped}  - target: tinh-mau/7-2021/literacy\n    reason: {{vi: Không có., en: \
             None.}}\n"
        ),
    );
    let mut found = codes(&site);
    found.sort();
    assert_eq!(found, [Code::DuplicateId, Code::UnknownReference]);
}

#[test]
fn a_replacement_of_a_part_leaves_the_rest_in_force() {
    let case = include_str!("../diagnostics/unaccounted-target/case.txt");
    let case = case.replace("status: superseded", "status: signed").replace(
        "    plan: tinh-mau/7-2021\n",
        "    plan: tinh-mau/7-2021\n    note: {vi: Chỉ thay thế phần mầm non., en: Only the \
         part on preschools is replaced.}\n",
    );
    let site = Site::with(&case);
    assert_eq!(codes(&site), []);
    build(&site);
    assert!(
        file(&site, "en/places/tinh-mau/revisions.html")
            .contains("One target stands only in the older plan and is not replaced")
    );
}

#[test]
fn the_revisions_of_a_place_have_a_feed_of_their_own() {
    let site = Site::with(&older_plan("40", ["đạt 40%", "reaches 40%"]));
    site.replace(
        "portal.yaml",
        "as_of: 2026-11-22",
        "as_of: 2026-11-22\nsite_url: https://tinhmau.example",
    );
    build(&site);
    assert!(file(&site, "vi/dia-phuong/tinh-mau/thay-doi.html").contains("href=\"thay-doi.xml\""));
    let feed = file(&site, "vi/dia-phuong/tinh-mau/thay-doi.xml");
    assert!(
        feed.contains("<title>Tỉnh Mẫu, Tỷ lệ huy động trẻ nhà trẻ: được nâng</title>"),
        "{feed}"
    );
}

/// The repository's own content.
fn real() -> Portal {
    let site = Site::with_content(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
    let (report, portal) = minhbach::check(&site.options()).unwrap_or_else(|_| panic!("readable"));
    assert!(report.sorted().is_empty(), "the content has neither errors nor warnings");
    portal.expect("a portal")
}

fn place(portal: &Portal, slug: &str) -> PlaceIndex {
    PlaceIndex(portal.places.iter().position(|place| place.slug == slug).expect("the place"))
}

fn statements(portal: &Portal, at: PlaceIndex) -> Vec<StatementIndex> {
    (0..portal.statements.len())
        .map(StatementIndex)
        .filter(|&position| portal.statement(position).place == at)
        .collect()
}

/// Each row was read in both documents.
#[test]
fn what_lang_son_changed_between_2022_and_2025() {
    let portal = real();
    let at = place(&portal, "lang-son");
    let plans: Vec<PlanIndex> = (0..portal.plans.len())
        .map(PlanIndex)
        .filter(|&plan| portal.plan(plan).place == at)
        .collect();
    let steps = revisions(&portal, &plans, &statements(&portal, at));
    let [step] = &steps[..] else { panic!("one step") };
    assert!(!step.replaces && step.dropped.is_empty(), "both plans stand");
    let id = |at: StatementIndex| portal.statement(at).id.as_str();
    let mut revised: Vec<_> = step
        .revised
        .iter()
        .map(|revision| (revision.change, id(revision.older), id(revision.newer)))
        .collect();
    revised.sort();
    assert_eq!(
        revised,
        [
            (Change::Raised, "kindergarten-enrolment-2026-2030", "kindergarten-enrolment-2030"),
            (
                Change::ComparatorOnly(Comparison::Same),
                "universal-primary-education-level-3-2026-2030",
                "universal-primary-education-level-3-2030-tasks",
            ),
            (Change::Postponed, "solid-classrooms-2021-2025", "solid-classrooms-2030"),
            (
                Change::Further,
                "universal-education-units-lower-secondary-level-3-2021-2025",
                "universal-education-units-lower-secondary-level-3-2030"
            ),
            (Change::Kept, "trained-labour-2026-2030", "trained-labour-2030"),
        ]
    );
    // What the newer plan only aims at is promised by the older one alone.
    let lower_secondary = "universal-lower-secondary-education-level-3-2026-2030";
    assert!(step.not_repeated.iter().any(|&older| id(older) == lower_secondary));
}

#[test]
fn the_contradictions_of_the_real_content_stand_inside_one_plan_each() {
    let portal = real();
    let mut pairs: Vec<_> = conflicts(&portal)
        .iter()
        .map(|conflict| {
            assert!(conflict.in_one_plan, "the newer plan of Lạng Sơn demands less of nothing");
            (portal.statement(conflict.first).id.clone(), conflict.declared)
        })
        .collect();
    pairs.sort();
    let ids: Vec<(&str, bool)> =
        pairs.iter().map(|(id, declared)| (id.as_str(), *declared)).collect();
    assert_eq!(ids.len(), 3, "{ids:?}");
    // Section II.2 only aims to complete what section III.3 maintains.
    let primary = "universal-primary-education-level-3-2030";
    assert!(!ids.iter().any(|(id, _)| *id == primary), "{ids:?}");
    assert_eq!(
        ids.iter().filter(|(_, declared)| *declared).collect::<Vec<_>>(),
        [&("education-budget-share-local-2030", true)]
    );
}

#[test]
fn bang_mac_promises_less_than_its_province_in_literacy_alone() {
    let portal = real();
    let [commune, province] =
        ["bang-mac", "lang-son"].map(|slug| statements(&portal, place(&portal, slug)));
    let pairs = levels(&portal, &commune, &province);
    let of = |comparison: Comparison| -> Vec<&str> {
        pairs
            .iter()
            .filter(|pair| pair.comparison == comparison)
            .map(|pair| portal.statement(pair.child).id.as_str())
            .collect()
    };
    assert_eq!(of(Comparison::Less), ["literacy-level-1-2030"]);
    // What is better is down here: 1.32% against 8.0%.
    assert!(of(Comparison::More).contains(&"preschool-malnutrition-every-year"));
    assert!(of(Comparison::Unlike).is_empty());
}

#[test]
fn no_row_conflicts_with_itself() {
    for name in ["nursery-enrolment-2030", "tinh-mau/1-2025/nursery-enrolment-2030"] {
        let site = Site::with("");
        site.replace(
            "provinces/tinh-mau/plans/1-2025/targets.yaml",
            "goal: 48.5\n",
            &format!("goal: 48.5\n    conflicts_with: {name}\n"),
        );
        let (report, _) = minhbach::check(&site.options()).unwrap_or_else(|_| panic!("readable"));
        assert_eq!(
            report.sorted().iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>(),
            [Code::WrongValue],
            "{name}"
        );
    }
}
