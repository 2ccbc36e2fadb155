//! A folder per diagnostic code in `tests/diagnostics`: `case.txt` is laid over the small site,
//! `en.txt` and `vi.txt` are what the author must then be shown, whole. `MINHBACH_BLESS=1 cargo
//! test` writes the expectations anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use minhbach::Failure;
use minhbach::check::{Example, RULES, Rule};
use minhbach::diagnostic::{Code, Level, terminal};
use minhbach::language::Language;

use crate::sites::Site;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics")
}

#[test]
fn the_small_site_itself_is_clean() {
    let (report, portal) =
        minhbach::check(&Site::with("").options()).unwrap_or_else(|_| panic!("readable"));
    assert_eq!(terminal::render(&report, Language::En, false), "");
    assert_eq!(portal.expect("a portal").statements.len(), 7);
}

#[test]
fn every_code_has_a_case_and_every_case_a_code() {
    let cases: BTreeSet<String> = fs::read_dir(folder())
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    let codes: BTreeSet<String> = Code::ALL.iter().map(|code| code.name().to_owned()).collect();
    assert_eq!(cases, codes);
}

#[test]
fn each_case_is_told_as_expected_in_both_languages() {
    let bless = std::env::var_os("MINHBACH_BLESS").is_some();
    let mut differing = Vec::new();
    for code in Code::ALL {
        let folder = folder().join(code.name());
        let Ok(case) = fs::read_to_string(folder.join("case.txt")) else { continue };
        let site = Site::with(&case);
        let (report, _) = minhbach::check(&site.options()).unwrap_or_else(|_| panic!("readable"));
        let found = report.sorted().iter().any(|diagnostic| diagnostic.code == *code);
        assert!(
            found,
            "{} is not reported:\n{}",
            code.name(),
            terminal::render(&report, Language::En, false)
        );
        for language in Language::ALL {
            let content = format!("{}/", site.content().display()).replace('\\', "/");
            let shown = terminal::render(&report, language, false).replace(&content, "content/");
            let expected = folder.join(format!("{}.txt", language.code()));
            if bless {
                fs::write(&expected, &shown).expect("written");
            } else if fs::read_to_string(&expected).unwrap_or_default() != shown {
                differing.push(format!("{}:\n{shown}", expected.display()));
            }
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn the_examples_of_every_rule_break_it_and_keep_it() {
    let reported = |rule: &Rule, example: Example| {
        let site = Site::with("");
        for (file, text) in rule.given.iter().copied().flatten().chain(example) {
            site.append(file, text);
        }
        let (report, _) = minhbach::check(&site.options()).unwrap_or_else(|_| panic!("readable"));
        let shown = terminal::render(&report, Language::En, false);
        let codes: Vec<Code> = report.sorted().iter().map(|diagnostic| diagnostic.code).collect();
        (codes, shown)
    };
    for rule in &RULES {
        let name = rule.codes[0].name();
        let (bad, shown) = reported(rule, rule.bad);
        let has_example = !(rule.given.is_empty() && rule.bad.is_empty());
        assert!(bad.contains(&rule.codes[0]) || !has_example, "{name}:\n{shown}");
        let (good, shown) = reported(rule, rule.good);
        assert_eq!(good, [], "{name}:\n{shown}");
    }
}

#[test]
fn a_code_belongs_to_one_rule() {
    let codes: Vec<Code> = RULES.iter().flat_map(|rule| rule.codes).copied().collect();
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
}

#[test]
fn an_error_stops_the_build_and_leaves_the_old_site() {
    let site = Site::with("");
    assert!(minhbach::build(&site.options(), &|_, _| {}).is_ok());
    let before = site.built();
    site.replace("provinces/tinh-mau/plans/1-2025/targets.yaml", "goal: 48.5", "goal: 48.6");
    match minhbach::build(&site.options(), &|_, _| {}) {
        Err(Failure::Findings(report)) => {
            assert_eq!(report.count(Level::Error), 1, "one mistake, told once for both languages")
        }
        _ => panic!("the build must fail with findings"),
    }
    assert!(before == site.built());
}
