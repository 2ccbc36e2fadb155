//! One thing changed in a proven site must be an error that names the changed file: goals, periods,
//! breakdowns, clauses and quotes of rows; numbers, comparators, units and dates of a text in one
//! language; figures of both texts without their row.

use std::fs;
use std::path::Path;

use minhbach::diagnostic::{Level, terminal};
use minhbach::language::Language;

use crate::sites::Site;

const PLAN: &str = "provinces/tinh-mau/plans/1-2025";

/// The errors that a site with this text in the file gives, as an author reads them.
fn errors(site: &Site, file: &str, text: &str) -> String {
    let path = site.content().join(file);
    let old = fs::read_to_string(&path).expect("a file");
    fs::write(&path, text).expect("written");
    let (report, _) = minhbach::check(&site.options()).unwrap_or_else(|_| panic!("readable"));
    fs::write(&path, old).expect("written");
    if report.count(Level::Error) == 0 {
        String::new()
    } else {
        terminal::render(&report, Language::En, false).replace('\\', "/")
    }
}

/// Every change, one at a time, must be told with its file (and its line, where lines are given to
/// look for).
struct Changes<'site> {
    site: &'site Site,
    file: String,
    text: String,
    passed: Vec<String>,
    made: usize,
}

impl<'site> Changes<'site> {
    fn of(site: &'site Site, file: String) -> Self {
        let text = fs::read_to_string(site.content().join(&file)).expect("a file");
        Changes { site, file, text, passed: Vec::new(), made: 0 }
    }

    /// `old` at each place where it stands.
    fn replace(&mut self, old: &str, new: &str) {
        let places: Vec<usize> = self.text.match_indices(old).map(|(at, _)| at).collect();
        assert!(!places.is_empty(), "`{old}` in {}", self.file);
        for at in places {
            self.change(at..at + old.len(), new);
        }
    }

    fn change(&mut self, range: std::ops::Range<usize>, new: &str) {
        let mut text = self.text.clone();
        text.replace_range(range.clone(), new);
        self.made += 1;
        let line = self.text[..range.start].matches('\n').count() + 1;
        let told = errors(self.site, &self.file, &text);
        if !self.place(line).any(|line| told.contains(&format!("{}:{line}:", self.file))) {
            self.passed
                .push(format!("{}:{line}: `{}` -> `{new}`\n{told}", self.file, &self.text[range]));
        }
    }

    /// The line; in a list of rows, the lines of its row.
    fn place(&self, line: usize) -> std::ops::Range<usize> {
        let begins_row = |line: &str| line.starts_with("  - ");
        let lines: Vec<&str> = self.text.lines().collect();
        if !self.file.ends_with(".yaml") {
            return line..line + 1;
        }
        let start = (1..=line).rev().find(|line| begins_row(lines[line - 1])).unwrap_or(line);
        let end = (line + 1..=lines.len())
            .find(|line| begins_row(lines[line - 1]))
            .unwrap_or(lines.len() + 1);
        start..end
    }

    /// Each digit by the next one, each number left out, each number twice.
    fn change_numbers(&mut self) {
        let text = self.text.clone();
        for (at, digit) in text.char_indices().filter(|(_, character)| character.is_ascii_digit()) {
            let next = (digit.to_digit(10).expect("a digit") + 1) % 10;
            self.change(at..at + 1, &next.to_string());
        }
        let is_inside = |at: usize, character: char| {
            character.is_ascii_digit()
                || (matches!(character, '.' | ',')
                    && text[at + 1..].starts_with(|next: char| next.is_ascii_digit()))
        };
        let mut number: Option<usize> = None;
        for (at, character) in text.char_indices() {
            match (number, is_inside(at, character)) {
                (None, true) => number = Some(at),
                (Some(start), false) => {
                    number = None;
                    // A label stands at the beginning of its line: without its number it is another
                    // structure, told at the clause.
                    if text[..start].ends_with(['\n', ' '])
                        && !text[..start].ends_with("## ")
                        && !text[..start].ends_with('\n')
                    {
                        self.change(start..at, "");
                        self.change(at..at, &format!(" {}", &text[start..at]));
                    }
                }
                _ => {}
            }
        }
    }

    fn all_told(self, at_least: usize) {
        assert!(
            self.passed.is_empty(),
            "{} of {} changes are not told at their place:\n{}",
            self.passed.len(),
            self.made,
            self.passed.join("\n")
        );
        assert!(self.made >= at_least, "only {} changes", self.made);
    }
}

#[test]
fn a_changed_row_is_an_error_at_the_row() {
    let site = Site::with("");
    let mut rows = Changes::of(&site, format!("{PLAN}/targets.yaml"));
    for goal in [
        "48.4",
        "48.6",
        "49.5",
        "485",
        "4.85",
        "\">= 48.5\"",
        "\"> 48.5\"",
        "\"<= 48.5\"",
        "\"< 48.5\"",
        "\"~ 48.5\"",
        "maintain 48.5",
    ] {
        rows.replace("goal: 48.5", &format!("goal: {goal}"));
    }
    for goal in [
        "\"increase by 48.5\"",
        "\"increase by >= 48.5\"",
        "\"reduce by 48.5\"",
        "\"reduce by >= 48.5\"",
        "\"48.5..50\"",
        "\"40..48.5\"",
        "complete",
    ] {
        rows.replace("goal: 48.5", &format!("goal: {goal}"));
    }
    for goal in ["74.4", "\">= 74.4\"", "\"< 74.4\"", "\"> 74\"", "\"> 74.5\""] {
        rows.replace("goal: \"> 74.4\"", &format!("goal: {goal}"));
    }
    for goal in ["54.5", "\"> 54.5\"", "\"<= 54.5\"", "\">= 54\""] {
        rows.replace("goal: \">= 54.5\"", &format!("goal: {goal}"));
    }
    for goal in ["4", "6", "50", "\">= 5\"", "\"increase by 5\""] {
        rows.replace("goal: 5\n", &format!("goal: {goal}\n"));
    }
    rows.replace("goal: complete", "goal: maintain");
    rows.replace("goal: complete", "goal: 100");
    for day in [
        "\"before 10-12\"",
        "\"before 12-11\"",
        "\"before 11-10\"",
        "\"before 2030-12-10\"",
        "complete",
    ] {
        rows.replace("goal: \"before 12-10\"", &format!("goal: {day}"));
    }
    for period in [
        "2025",
        "2029",
        "2035",
        "2045",
        "2026-2030",
        "2025-2030",
        "school year 2029-2030",
        "every year",
        "\"every year to 2030\"",
        "none",
    ] {
        rows.replace("period: 2030", &format!("period: {period}"));
    }
    for period in ["2030", "2025", "2026-2030", "\"every year to 2030\"", "none"] {
        rows.replace("period: every year", &format!("period: {period}"));
    }
    rows.replace("breakdown: {level: primary}", "breakdown: {level: lower-secondary}");
    rows.replace("breakdown: {level: lower-secondary}", "breakdown: {level: primary}");
    rows.replace("breakdown: {level: primary}", "breakdown: {}");
    rows.replace("breakdown: {level: lower-secondary}", "breakdown: {}");
    rows.replace("indicator: nursery-enrolment", "indicator: new-schools");
    rows.replace("indicator: nursery-enrolment", "indicator: literacy-programme");
    rows.replace("indicator: new-schools", "indicator: nursery-enrolment");
    rows.replace("indicator: yearly-report", "indicator: nursery-enrolment");
    for clause in ["i.1-h", "i.2-b1", "i.2-b2", "ii-p1"] {
        rows.replace("clause: i.1-p1", &format!("clause: {clause}"));
    }
    rows.replace("clause: i.2-b1", "clause: i.2-b2");
    rows.replace("clause: i.3-p1", "clause: i.1-p1");
    rows.all_told(80);
}

#[test]
fn a_quote_that_hides_something_is_an_error_at_the_row() {
    let site = Site::with("");
    let mut rows = Changes::of(&site, format!("{PLAN}/targets.yaml"));
    for (whole, cropped) in [
        ("cấp tiểu học đạt trên 74,4%", "74,4%"),
        ("cấp tiểu học đạt trên 74,4%", "cấp tiểu học đạt trên 74,4"),
        ("cấp tiểu học đạt trên 74,4%", "cấp tiểu học đạt trên 74"),
        ("primary schools reach over 74.4%", "74.4%"),
        ("primary schools reach over 74.4%", "primary schools reach over 74.4"),
        ("cấp trung học cơ sở đạt ít nhất 54,5%", "nhất 54,5%"),
        ("cấp trung học cơ sở đạt ít nhất 54,5%", "54,5%"),
        ("lower secondary schools reach at least 54.5%", "least 54.5%"),
        ("lower secondary schools reach at least 54.5%", "4.5%"),
        ("Xây mới 05 trường", "Xây mới 05"),
        ("Build 5 schools", "Build 5"),
        ("Build 5 schools", "5 school"),
        ("trẻ nhà trẻ đến trường đạt 48,5%", "8,5%"),
        ("trước ngày 10/12 hằng năm", "ngày 10/12 hằng năm"),
        ("before 10 December every year", "10 December every year"),
        ("hoàn thành chương trình xóa mù chữ", "chương trình xóa mù chữ"),
        ("completes the literacy programme", "completes"),
        // Another figure of the same unit.
        ("cấp tiểu học đạt trên 74,4%", "cấp trung học cơ sở đạt ít nhất 54,5%"),
        ("primary schools reach over 74.4%", "lower secondary schools reach at least 54.5%"),
    ] {
        // `primary schools` stands in `lower secondary schools` nowhere, but a quote may be part of
        // another one.
        rows.replace(&format!("\"{whole}\""), &format!("\"{cropped}\""));
    }
    rows.all_told(19);
}

#[test]
fn a_number_or_word_changed_in_one_language_is_an_error_at_its_line() {
    let site = Site::with("");
    let mut vi = Changes::of(&site, format!("{PLAN}/plan.vi.md"));
    vi.change_numbers();
    for (old, new) in [
        ("trên 74", "74"),
        ("trên 74", "dưới 74"),
        ("trên 74", "ít nhất 74"),
        ("trên 74", "khoảng 74"),
        ("ít nhất 54", "54"),
        ("ít nhất 54", "trên 54"),
        ("ít nhất 54", "không quá 54"),
        ("đạt ít nhất 54", "khoảng ít nhất 54"),
        ("đạt 48", "giảm 48"),
        ("đạt 48", "duy trì 48"),
        ("48,5%", "48,5"),
        ("05 trường", "05 lớp"),
        ("Xây mới 05", "Tăng 05"),
        ("15 tuổi trở lên", "15 tuổi"),
        ("15 tuổi", "15 tháng"),
        ("trước ngày", "ngày"),
        ("hằng năm", "đúng hạn"),
    ] {
        vi.replace(old, new);
    }
    vi.all_told(45);
    let mut en = Changes::of(&site, format!("{PLAN}/plan.en.md"));
    en.change_numbers();
    for (old, new) in [
        ("over 74", "74"),
        ("over 74", "below 74"),
        ("over 74", "at least 74"),
        ("at least 54", "54"),
        ("at least 54", "no more than 54"),
        ("at least 54", "about 54"),
        ("reaches 48", "is kept at 48"),
        ("reaches 48", "is reduced by 48"),
        ("48.5%", "48.5"),
        ("5 schools", "5 classes"),
        ("aged 15 or over", "aged 15"),
        ("before 10", "on 10"),
        ("December", "November"),
        ("every year", "in time"),
    ] {
        en.replace(old, new);
    }
    en.all_told(40);
}

#[test]
fn a_title_that_differs_between_the_languages_is_an_error() {
    let site = Site::with("");
    for language in ["vi", "en"] {
        let path = site.content().join(format!("{PLAN}/plan.{language}.md"));
        let text = fs::read_to_string(&path).expect("a file");
        fs::write(&path, format!("# 1/KH-UBND 2030\n\n{text}")).expect("written");
    }
    let mut titled = Changes::of(&site, format!("{PLAN}/plan.en.md"));
    titled.replace("# 1/KH", "# 2/KH");
    titled.replace("UBND 2030", "UBND 2031");
    titled.all_told(2);
}

#[test]
fn a_figure_changed_in_both_languages_is_an_error_at_its_row() {
    // The quotes follow the text: only the goal is left as it was.
    for (vi, new_vi, en, new_en) in [
        ("48,5%", "48,6%", "48.5%", "48.6%"),
        ("48,5%", "485%", "48.5%", "485%"),
        ("đạt 48,5%", "đạt trên 48,5%", "reaches 48.5%", "reaches over 48.5%"),
        ("trên 74,4%", "74,4%", "over 74.4%", "74.4%"),
        ("trên 74,4%", "dưới 74,4%", "over 74.4%", "below 74.4%"),
        ("ít nhất 54,5%", "khoảng 54,5%", "at least 54.5%", "about 54.5%"),
        ("ít nhất 54,5%", "54,5% - 60%", "at least 54.5%", "54.5%–60%"),
        ("05 trường", "06 trường", "5 schools", "6 schools"),
        ("10/12", "11/12", "10 December", "11 December"),
        ("trước ngày", "ngày", "before 10", "on 10"),
        ("hoàn thành chương", "duy trì chương", "completes the", "maintains the"),
        (
            "cấp tiểu học đạt",
            "cấp trung học cơ sở đạt",
            "primary schools reach over",
            "lower secondary schools reach over",
        ),
    ] {
        let site = Site::with("");
        for (language, old, new) in [("vi", vi, new_vi), ("en", en, new_en)] {
            for file in [format!("{PLAN}/plan.{language}.md"), format!("{PLAN}/targets.yaml")] {
                let path = site.content().join(&file);
                let text = fs::read_to_string(&path).expect("a file");
                assert!(text.contains(old), "`{old}` in {file}");
                fs::write(&path, text.replacen(old, new, 1)).expect("written");
            }
        }
        let file = format!("{PLAN}/targets.yaml");
        let told =
            errors(&site, &file, &fs::read_to_string(site.content().join(&file)).expect("a file"));
        assert!(told.contains(&format!("{file}:")), "`{vi}` -> `{new_vi}`:\n{told}");
    }
}

#[test]
fn the_real_content_is_as_strict() {
    let site = Site::with_content(Path::new(env!("CARGO_MANIFEST_DIR")).join("content").as_path());
    for province in ["cao-bang", "lai-chau"] {
        fs::remove_dir_all(site.content().join("provinces").join(province))
            .expect("another province");
    }
    let plan = "provinces/lang-son/plans/43-2022";
    let mut vi = Changes::of(&site, format!("{plan}/plan.vi.md"));
    for (old, new) in [
        ("trên 97%", "97%"),
        ("trên 97%", "trên 96%"),
        ("trên 97%", "dưới 97%"),
        ("lên 300 trường", "lên 301 trường"),
    ] {
        vi.replace(old, new);
    }
    vi.replace("15/12", "16/12");
    vi.all_told(5);
    let mut en = Changes::of(&site, format!("{plan}/plan.en.md"));
    for (old, new) in [
        ("over 97%", "over 96%"),
        ("over 97%", "97%"),
        ("units by 10%", "units to 10%"),
        ("300 schools", "300 classes"),
    ] {
        en.replace(old, new);
    }
    en.all_told(4);
    let mut rows = Changes::of(&site, format!("{plan}/targets.yaml"));
    rows.replace("goal: 300", "goal: 301");
    rows.replace("goal: reduce by 10", "goal: \"reduce by >= 10\"");
    rows.replace("goal: \">= 18\"", "goal: \"> 18\"");
    rows.replace("goal: \"> 98\"", "goal: 98");
    rows.replace("goal: \"> 97\"", "goal: \">= 97\"");
    rows.all_told(8);
}
