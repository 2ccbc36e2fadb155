//! The program as it is typed: what it says, and with which code it exits.

use std::fs;
use std::process::{Command, Output};

use minhbach::content::lock;

use crate::sites::Site;

const PLAN: &str = "provinces/tinh-mau/plans/1-2025";

/// Runs the program on a site's content.
pub fn run(site: &Site, arguments: &[&str]) -> Output {
    let content = site.content();
    Command::new(env!("CARGO_BIN_EXE_minhbach"))
        .args(arguments)
        .arg("--content")
        .arg(content)
        .output()
        .expect("the program runs")
}

pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn confirming_mends_what_an_unfinished_merge_left_in_the_lock() {
    let site = Site::with("");
    assert!(run(&site, &["confirm", "--lang", "en"]).status.success());
    let path = site.content().join(PLAN).join(lock::NAME);
    let text = fs::read_to_string(&path).expect("a lock");
    fs::write(&path, format!("{text}<<<<<<< HEAD\n=======\n>>>>>>> other\n")).expect("written");
    let checked = run(&site, &["check", "--lang", "en"]);
    assert_eq!(checked.status.code(), Some(1));
    assert!(said(&checked).contains("error[merge-marks]"), "{}", said(&checked));
    let confirmed = run(&site, &["confirm", "tinh-mau/1-2025", "--lang", "en"]);
    assert!(confirmed.status.success(), "{}", said(&confirmed));
    assert_eq!(fs::read_to_string(&path).expect("a lock"), text);
}

#[test]
fn confirming_a_plan_without_english_says_what_comes_first() {
    let site = Site::with(&format!("-- {PLAN}/plan.en.md --\n(deleted)\n"));
    site.replace(
        &format!("{PLAN}/plan.yaml"),
        "text: edition\n",
        "text: edition\ntranslation: pending\n",
    );
    for (language, told) in [
        (
            "vi",
            "tinh-mau/1-2025: chưa có bản tiếng Anh để xác nhận; dịch xong, hãy đặt plan.en.md \
             cạnh plan.vi.md, xóa dòng `translation: pending` trong plan.yaml, rồi gõ: minhbach \
             confirm tinh-mau/1-2025\n",
        ),
        (
            "en",
            "tinh-mau/1-2025: there is no English to confirm yet; once it is whole, put \
             plan.en.md beside plan.vi.md, delete the line `translation: pending` from \
             plan.yaml, then type: minhbach confirm tinh-mau/1-2025\n",
        ),
    ] {
        let confirmed = run(&site, &["confirm", "tinh-mau/1-2025", "--lang", language]);
        assert_eq!(said(&confirmed), told);
    }
}

#[test]
fn an_english_that_is_not_filled_in_is_not_confirmed() {
    let site = Site::with(&format!("-- {PLAN}/plan.en.md --\n# ‹fill in the title in English›\n"));
    let confirmed = run(&site, &["confirm", "tinh-mau/1-2025", "--lang", "en"]);
    assert!(
        said(&confirmed).contains("tinh-mau/1-2025: the English is not filled in yet (‹ ›)"),
        "{}",
        said(&confirmed)
    );
    assert!(!site.content().join(PLAN).join(lock::NAME).exists());
}

#[test]
fn a_document_stands_alone_on_standard_output_and_the_exit_codes_are_those_of_the_text() {
    let clean = Site::with("");
    let wrong = Site::with("");
    wrong.replace(&format!("{PLAN}/targets.yaml"), "goal: 48.5", "goal: 48.6");
    for command in ["check", "build", "confirm"] {
        for (site, code) in [(&clean, 0), (&wrong, 1)] {
            let out = site.out();
            let out = out.to_str().expect("text");
            let arguments = |format: &'static str| {
                let written = if command == "build" { vec!["--out", out] } else { Vec::new() };
                [vec![command, "--lang", "en", "--format", format], written].concat()
            };
            let text = run(site, &arguments("text"));
            assert_eq!((text.status.code(), text.stdout.len()), (Some(code), 0));
            assert_eq!(said(&text).contains("error[goal-differs]"), code == 1);
            for format in ["json", "sarif", "github"] {
                let ran = run(site, &arguments(format));
                assert_eq!(ran.status.code(), Some(code), "{command} {format}: {}", said(&ran));
                assert!(
                    !said(&ran).contains("goal-differs") && !said(&ran).is_empty(),
                    "what came of it is still said: {}",
                    said(&ran)
                );
                let document = String::from_utf8(ran.stdout).expect("text");
                let found = match format {
                    "github" => {
                        document.lines().filter(|line| line.starts_with("::error file=")).count()
                    }
                    _ => {
                        let read: serde_json::Value =
                            serde_json::from_str(&document).expect("JSON");
                        let findings = if format == "json" {
                            &read["findings"]
                        } else {
                            &read["runs"][0]["results"]
                        };
                        findings.as_array().expect("a list").len()
                    }
                };
                assert_eq!(found, usize::from(code != 0), "{command} {format}: {document}");
            }
        }
    }
}

#[test]
fn json_counts_statements_and_is_the_same_in_every_language_and_with_any_number_of_threads() {
    let site = Site::with("");
    let read = |arguments: &[&str]| {
        String::from_utf8(run(&site, &[&["check", "--format", "json"], arguments].concat()).stdout)
            .expect("text")
    };
    let document = read(&[]);
    assert!(document.contains("\"all\": 7") && document.contains("\"proven\": 7"), "{document}");
    site.replace(&format!("{PLAN}/targets.yaml"), "goal: 48.5", "goal: 48.6");
    let document = read(&["--lang", "vi", "--jobs", "1"]);
    assert!(document.contains("\"statements\": null"), "{document}");
    assert_eq!(document, read(&["--lang", "en", "--jobs", "4"]));
}

#[test]
fn the_site_is_not_written_into_the_content_nor_over_it() {
    let site = Site::with("");
    let content = site.content();
    for out in [content.join("static"), content.clone(), content.join("..")] {
        let built = run(&site, &["build", "--lang", "en", "--out", out.to_str().expect("text")]);
        assert_eq!(built.status.code(), Some(2));
        assert!(
            said(&built).ends_with("or holds it; choose one outside it, such as: --out site\n"),
            "{}",
            said(&built)
        );
    }
    assert!(run(&site, &["check", "--lang", "en"]).status.success(), "nothing was written there");
}

#[test]
fn a_failure_is_said_and_leaves_no_document() {
    let site = Site::with("");
    for format in ["text", "json", "github", "sarif"] {
        let mut missing = Command::new(env!("CARGO_BIN_EXE_minhbach"));
        let output = missing
            .args(["check", "--format", format, "--lang", "en", "--content", "no-such-folder"])
            .output()
            .expect("the program runs");
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
        assert!(said(&output).starts_with("cannot read `no-such-folder`"), "{}", said(&output));
        let wrong = run(&site, &["check", "--format", format, "--lang", "en", "--jbos", "1"]);
        assert_eq!((wrong.status.code(), wrong.stdout.len()), (Some(2), 0));
        assert!(said(&wrong).contains("--jbos"), "{}", said(&wrong));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_document_that_cannot_be_written_is_a_failure() {
    let full =
        fs::File::options().write(true).open("/dev/full").expect("a disk that is always full");
    let site = Site::with("");
    let mut command = Command::new(env!("CARGO_BIN_EXE_minhbach"));
    command
        .args(["check", "--format", "json", "--lang", "en", "--content"])
        .arg(site.content())
        .stdout(full);
    let output = command.output().expect("the program runs");
    assert_eq!(
        (output.status.code(), said(&output).as_str()),
        (Some(2), "cannot write the findings to standard output: the disk is full\n")
    );
}
