//! What an unfinished git merge left in the files, and what is not told because of it.

use std::fs;

use minhbach::diagnostic::Code;

use crate::command::{run, said};
use crate::sites::Site;

const PLAN: &str = "provinces/tinh-mau/plans/1-2025";

/// The codes and places of what is told.
fn told(site: &Site) -> Vec<(Code, String, usize, usize)> {
    let (report, _) = minhbach::check(&site.options()).unwrap_or_else(|_| panic!("readable"));
    let content = format!("{}/", site.content().display()).replace('\\', "/");
    let place = |diagnostic: &minhbach::diagnostic::Diagnostic| {
        let (line, column) = diagnostic.location.line_and_column();
        (diagnostic.code, diagnostic.location.source.path.replace(&content, ""), line, column)
    };
    report.sorted().into_iter().map(place).collect()
}

/// Both sides between marks.
fn disputed(own: &str, other: &str) -> String {
    format!("<<<<<<< HEAD\n{own}=======\n{other}>>>>>>> other\n")
}

#[test]
fn every_file_with_marks_is_told_once_and_nothing_else_of_it() {
    for (file, old, new) in [
        (format!("{PLAN}/plan.vi.md"), "- Xây mới 05 trường.\n", "- Xây mới 06 trường.\n\n<b>\n"),
        (format!("{PLAN}/plan.en.md"), "- Build 5 schools.\n", "1. Build 6 schools[^1].\n"),
        (format!("{PLAN}/plan.yaml"), "text: edition\n", "texts: edition\n"),
        (format!("{PLAN}/targets.yaml"), "    goal: 5\n", "    goal: 6\n    clause: [\n"),
        ("units.yaml".to_owned(), "  - id: \"count:school\"\n", "  - id: 'x\n"),
        ("provinces/tinh-mau/place.yaml".to_owned(), "kind: province\n", "kind: provinces\n"),
        ("portal.yaml".to_owned(), "as_of: 2026", "as_of: 2062"),
        ("indicators/schools.yaml".to_owned(), "indicators:\n", "indicator:\n"),
        ("glossary.yaml".to_owned(), "terms:\n", "term:\n"),
    ] {
        let site = Site::with("");
        let path = site.content().join(&file);
        let text = fs::read_to_string(&path).expect("a file");
        let at = text.find(old).unwrap_or_else(|| panic!("`{old}` in {file}"));
        let begin = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let end = at
            + old.len()
            + text[at + old.len()..]
                .find('\n')
                .filter(|_| !old.ends_with('\n'))
                .map_or(0, |newline| newline + 1);
        let own = &text[begin..end];
        fs::write(
            &path,
            format!(
                "{}{}{}",
                &text[..begin],
                disputed(own, &own.replacen(old, new, 1)),
                &text[end..]
            ),
        )
        .expect("written");
        let line = text[..begin].matches('\n').count() + 1;
        assert_eq!(told(&site), [(Code::MergeMarks, file.clone(), line, 1)], "{file}");
    }
}

#[test]
fn what_only_the_other_branch_has_is_not_said_to_be_unknown() {
    let site = Site::with("");
    let path = site.content().join("indicators/schools.yaml");
    let text = fs::read_to_string(&path).expect("the catalogue");
    let at = text.find("  - id: new-schools\n").expect("an indicator");
    let end = text[at + 1..].find("\n  - id: ").map_or(text.len(), |next| at + 1 + next + 1);
    fs::write(&path, format!("{}{}{}", &text[..at], disputed("", &text[at..end]), &text[end..]))
        .expect("written");
    let line = text[..at].matches('\n').count() + 1;
    assert_eq!(told(&site), [(Code::MergeMarks, "indicators/schools.yaml".to_owned(), line, 1)]);
    // What is wrong elsewhere, whatever the merge brings, is still told.
    site.replace(&format!("{PLAN}/targets.yaml"), "goal: 48.5", "goal: 48.6");
    assert!(told(&site).iter().any(|(code, ..)| *code == Code::GoalDiffers));
}

#[test]
fn a_heading_that_is_underlined_is_no_mark() {
    let site =
        Site::with("-- pages/about.vi.md --\nGiới thiệu\n=======\n\n>>>>>>> Một lời trích.\n");
    assert_eq!(told(&site), []);
}

#[test]
fn a_plan_with_marks_is_not_confirmed_and_its_clauses_are_listed_with_the_error() {
    let site = Site::with("");
    let path = site.content().join(PLAN).join("plan.vi.md");
    let text = fs::read_to_string(&path).expect("the text");
    fs::write(&path, format!("{text}{}", disputed("", "Thêm.\n"))).expect("written");
    let confirmed = run(&site, &["confirm", "tinh-mau/1-2025", "--lang", "en"]);
    assert_eq!(confirmed.status.code(), Some(1));
    assert!(
        said(&confirmed).contains("error[merge-marks]")
            && said(&confirmed).ends_with("1 error. Nothing was confirmed.\n"),
        "{}",
        said(&confirmed)
    );
    let listed = std::process::Command::new(env!("CARGO_BIN_EXE_minhbach"))
        .args(["clauses", "--lang", "vi"])
        .arg(site.content().join(PLAN))
        .output();
    let listed = listed.expect("the program runs");
    assert_eq!(listed.status.code(), Some(1));
    assert!(
        said(&listed).contains("lỗi[merge-marks]")
            && !String::from_utf8_lossy(&listed.stdout).contains("<<<")
    );
}
