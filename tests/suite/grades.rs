//! The three grades of a figure (proven, read by an editor, reported), and the aim, in whole
//! portals.

use minhbach::Failure;
use minhbach::diagnostic::{Code, Report};
use minhbach::portal::{Grade, Portal, Statement, StatementKind};
use minhbach::status::assess;

use crate::portal::{build, file};
use crate::sites::Site;

const TARGETS: &str = "provinces/tinh-mau/plans/1-2025/targets.yaml";
const VIETNAMESE: &str = "provinces/tinh-mau/plans/1-2025/plan.vi.md";
const ENGLISH: &str = "provinces/tinh-mau/plans/1-2025/plan.en.md";

fn checked(site: &Site) -> (Report, Option<Portal>) {
    minhbach::check(&site.options()).unwrap_or_else(|_| panic!("readable"))
}

fn codes(report: &Report) -> Vec<Code> {
    report.sorted().iter().map(|diagnostic| diagnostic.code).collect()
}

fn statement<'portal>(portal: &'portal Portal, id: &str) -> &'portal Statement {
    portal
        .statements
        .iter()
        .find(|statement| statement.id == id)
        .unwrap_or_else(|| panic!("no {id}"))
}

/// The small site, long after its first row fell due.
fn overdue(kind: &str) -> Site {
    let site = Site::with("");
    site.replace("portal.yaml", "as_of: 2026-11-22", "as_of: 2031-06-01");
    let row = "  - indicator: nursery-enrolment\n";
    site.replace(TARGETS, row, &format!("{row}    id: nursery-enrolment-2030\n    kind: {kind}\n"));
    if kind == "aim" {
        let plan = |name: &str| format!("provinces/tinh-mau/plans/1-2025/{name}");
        let english = (
            "Nursery enrolment reaches",
            "The province moves towards nursery enrolment that reaches",
        );
        site.replace(&plan("plan.vi.md"), "Tỷ lệ huy động", "Hướng tới tỷ lệ huy động");
        site.replace(&plan("plan.en.md"), english.0, english.1);
        site.replace(TARGETS, english.0, "nursery enrolment that reaches");
    }
    site
}

#[test]
fn an_aim_is_shown_and_never_due() {
    let id = "nursery-enrolment-2030";
    let page = |site: &Site, path: &str| {
        build(site);
        file(site, path)
    };
    let at_place = "en/places/tinh-mau/indicators/nursery-enrolment.html";
    let (_, Some(portal)) = checked(&overdue("target")) else { panic!("read") };
    let at = portal.statements.iter().position(|statement| statement.id == id).expect("one");
    assert!(
        assess(&portal)[at].is_some_and(|assessment| assessment.unreported().is_some()),
        "as a target it is overdue"
    );

    let site = overdue("aim");
    let (report, Some(portal)) = checked(&site) else { panic!("read") };
    assert_eq!(codes(&report), []);
    assert_eq!(
        (statement(&portal, id).kind, statement(&portal, id).grade()),
        (StatementKind::Aim, Grade::Proven)
    );
    assert_eq!(assess(&portal)[at], None, "an aim has no status");
    let grades = portal.grades();
    assert_eq!(
        (grades.proven, grades.aims),
        (portal.statements.len() - 1, 1),
        "it is counted apart"
    );

    assert!(
        !page(&site, "en/due.html").contains(&format!("#1-2025.{id}")),
        "what nobody promised is not due"
    );
    let shown = file(&site, at_place);
    assert!(
        shown.contains("Aim: the plan makes no commitment, so no progress is calculated."),
        "{shown}"
    );
    assert!(!shown.contains("no report yet") && !shown.contains("-status"));
    assert!(
        file(&site, "data/targets.csv")
            .lines()
            .any(|line| line.contains(id) && line.contains(",aim,"))
    );
}

#[test]
fn a_reading_makes_no_grade_where_the_program_understands_the_sentence() {
    let site = Site::with(include_str!("../diagnostics/reading-not-needed/case.txt"));
    let Err(Failure::Findings(report)) = minhbach::build(&site.options(), &|_, _| {}) else {
        panic!("it must not be built")
    };
    assert_eq!(codes(&report), [Code::ReadingNotNeeded]);
}

/// Whether a word is understood is the reader's affair; what follows from it is held here.
#[test]
fn what_only_a_reading_makes_stand_is_never_called_proven() {
    let words = [
        ("đến trường đạt 48,5%", "đến trường cán mốc 48,5%"),
        ("enrolment reaches 48.5%", "enrolment hits the mark of 48.5%"),
    ];
    let reworded = |reading: &str| {
        let site = Site::with("");
        site.replace(VIETNAMESE, words[0].0, words[0].1);
        site.replace(ENGLISH, words[1].0, words[1].1);
        site.replace(TARGETS, words[0].0, words[0].1);
        site.replace(
            TARGETS,
            "Nursery enrolment reaches 48.5%\"}",
            &format!("Nursery enrolment hits the mark of 48.5%\"}}{reading}"),
        );
        checked(&site)
    };
    let (alone, _) = reworded("");
    let (report, portal) = reworded(
        "\n    reading: {vi: \"“Cán mốc” là đạt tới.\", en: \"“Hits the mark of” means reaches.\"}",
    );
    if alone.has_errors() {
        let portal = portal.filter(|_| !report.has_errors()).expect("a reading makes it stand");
        let read = statement(&portal, "nursery-enrolment-2030");
        assert!(matches!(read.grade(), Grade::ReadByEditor(_)), "{:?}", read.grade());
        assert_eq!(
            (portal.grades().proven, portal.grades().read_by_editor),
            (portal.statements.len() - 1, 1)
        );
    } else {
        assert_eq!(
            codes(&report),
            [Code::ReadingNotNeeded],
            "the program understands the words by itself"
        );
    }
}
