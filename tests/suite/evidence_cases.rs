//! The cases of `tests/evidence`: whatever a careful reader reads is proven, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use crate::evidence_portal::{Case, cases_of, told};

/// A case or its control is right if it is accepted exactly where it should be.
struct Verdict {
    case: Case,
    told: BTreeSet<String>,
    right: bool,
}

fn verdicts(cases: Vec<Case>) -> BTreeMap<String, Verdict> {
    let controls: Vec<Case> = cases.iter().filter_map(Case::control).collect();
    let all: Vec<Case> = cases.into_iter().chain(controls).collect();
    let mut told = told(&all, |case| accepts(case) != is_known(case));
    let verdict = |case: Case| {
        let told = told.remove(&case.id).expect("each case has a verdict");
        (case.id.clone(), Verdict { right: told.is_empty() == accepts(&case), case, told })
    };
    all.into_iter().map(verdict).collect()
}

/// Whether the case is to be accepted.
fn accepts(case: &Case) -> bool {
    match case.text("expect") {
        _ if case.id.ends_with("-control") => true,
        "accept" => true,
        "refuse" => false,
        other => panic!("{} expects `{other}`", case.id),
    }
}

/// `known` says why the program still gets the case wrong, `known_control` its control.
fn is_known(case: &Case) -> bool {
    let field = if case.id.ends_with("-control") { "known_control" } else { "known" };
    !case.text(field).is_empty()
}

fn line(verdict: &Verdict) -> String {
    let Verdict { case, told, .. } = verdict;
    format!(
        "{} ({}): {}\n  {}\n  {}\n  told: {told:?}\n",
        case.id,
        case.text("expect"),
        case.text("why"),
        case.text("vi"),
        case.text("en")
    )
}

/// Codes that tell of a badly made case and nothing of what its text says.
const FORM: &[&str] = &[
    "yaml-syntax",
    "unknown-field",
    "missing-field",
    "duplicate-field",
    "number-format",
    "unknown-clause",
    "wrong-slug",
    "duplicate-id",
];

fn all_are_right_but_the_known(file: &str) {
    let verdicts = verdicts(cases_of(file));
    let lines = |chosen: fn(&Verdict) -> bool| {
        verdicts.values().filter(|verdict| chosen(verdict)).map(line).collect::<String>()
    };
    let wrong = lines(|verdict| !verdict.right && !is_known(&verdict.case));
    assert!(wrong.is_empty(), "{file}: wrong:\n{wrong}");
    let formal = lines(|verdict| verdict.told.iter().any(|code| FORM.contains(&code.as_str())));
    assert!(formal.is_empty(), "{file}: refused for its form:\n{formal}");
    let stale = lines(|verdict| verdict.right && is_known(&verdict.case));
    assert!(stale.is_empty(), "{file}: right by now; take out `known`, `known_control`:\n{stale}");
}

#[test]
fn sentences_are_read_as_a_careful_reader_reads_them() {
    all_are_right_but_the_known("sentences.jsonl");
}

#[test]
fn a_trap_is_refused_and_its_control_is_proven() {
    all_are_right_but_the_known("traps.jsonl");
}

#[test]
fn tables_headings_and_lead_ins_are_read_with_what_stands_below() {
    all_are_right_but_the_known("tables.jsonl");
}

#[test]
fn many_wordings_of_one_thing_are_proven() {
    all_are_right_but_the_known("wordings.jsonl");
}

#[test]
fn attacks_are_refused() {
    all_are_right_but_the_known("attacks.jsonl");
}

#[test]
fn plans_and_reports_are_read_as_a_careful_reader_reads_them() {
    all_are_right_but_the_known("plans.jsonl");
}

#[test]
fn what_stands_around_a_figure_frames_it() {
    all_are_right_but_the_known("frames.jsonl");
}

/// What the program still gets wrong is written down, so that nobody forgets it; what it gets right
/// moves to the others.
#[test]
fn an_open_case_is_open() {
    let verdicts = verdicts(cases_of("open.jsonl"));
    let (controls, cases): (Vec<&Verdict>, Vec<&Verdict>) =
        verdicts.values().partition(|verdict| verdict.case.id.ends_with("-control"));
    let right: String = cases.into_iter().filter(|verdict| verdict.right).map(line).collect();
    assert!(right.is_empty(), "right by now; move from open.jsonl to attacks.jsonl:\n{right}");
    let lost: String = controls.into_iter().filter(|verdict| !verdict.right).map(line).collect();
    assert!(lost.is_empty(), "a control is refused:\n{lost}");
}
