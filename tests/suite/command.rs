//! The program as it is typed: what it says, and with which code it exits.

use std::fs;
use std::process::{Command, Output};

use minhbach::content::lock;

use crate::sites::Site;

const PLAN: &str = "provinces/tinh-mau/plans/1-2025";

/// Runs the program on a site's content.
fn run(site: &Site, arguments: &[&str]) -> Output {
    let content = site.content();
    Command::new(env!("CARGO_BIN_EXE_minhbach")).args(arguments).arg("--content").arg(content).output().expect("the program runs")
}

fn said(output: &Output) -> String {
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
    site.replace(&format!("{PLAN}/plan.yaml"), "text: edition\n", "text: edition\ntranslation: pending\n");
    for (language, told) in [
        (
            "vi",
            "tinh-mau/1-2025: chưa có bản tiếng Anh để xác nhận; dịch xong, hãy đặt plan.en.md cạnh plan.vi.md, xóa dòng `translation: pending` trong plan.yaml, rồi gõ: minhbach confirm tinh-mau/1-2025\n",
        ),
        (
            "en",
            "tinh-mau/1-2025: there is no English to confirm yet; once it is whole, put plan.en.md beside plan.vi.md, delete the line `translation: pending` from plan.yaml, then type: minhbach confirm tinh-mau/1-2025\n",
        ),
    ] {
        let confirmed = run(&site, &["confirm", "tinh-mau/1-2025", "--lang", language]);
        assert_eq!(said(&confirmed), told);
    }
}
