//! How values, goals and periods are said in each language: `trên 57,6%`, `over 57.6%`; `đến năm
//! 2030`, `by 2030`.
//!
//! Words of the interface live in the theme; here are only those that belong to a value.

use rust_decimal::Decimal;

use super::citation::cited;
use crate::language::{
    Language,
    date::{day_of_year, month_name},
    number,
};
use crate::portal::{
    Bound, Breakdown, ClauseIndex, ClauseKind, Comparator, CountUnit, DueDay, Goal, Measure,
    Period, Plan, PlanText, Portal, Statement, Unconfirmed, Unit, UnitIndex, UnitKind,
};

/// A number with its unit: `48,5%`, `3 trường`, `170 students per 10,000 people`.
pub fn amount(portal: &Portal, measure: &Measure, value: Decimal, language: Language) -> String {
    let written = number::format(value, language);
    with_unit(portal, measure, written, value == Decimal::ONE, language)
}

/// Two numbers with their common unit: `35–40%`.
fn amounts(
    portal: &Portal,
    measure: &Measure,
    low: Decimal,
    high: Decimal,
    language: Language,
) -> String {
    with_unit(portal, measure, number::range(low, high, language), false, language)
}

fn with_unit(
    portal: &Portal,
    measure: &Measure,
    written: String,
    is_one: bool,
    language: Language,
) -> String {
    match measure {
        Measure::Percent => format!("{written}%"),
        Measure::Counted(id) => match portal.units.iter().find(|unit| &unit.id == id) {
            Some(unit) => {
                let name = unit_name(unit, is_one, language);
                // `15‰`, as `15%`.
                let space = if name.starts_with(char::is_alphanumeric) { " " } else { "" };
                format!("{written}{space}{name}")
            }
            None => written,
        },
        Measure::Level => match language {
            Language::Vi => format!("mức độ {written}"),
            Language::En => format!("level {written}"),
        },
        Measure::Index | Measure::Milestone | Measure::Date => written,
    }
}

fn unit_name(unit: &CountUnit, is_one: bool, language: Language) -> &str {
    match (language, is_one) {
        (Language::Vi, _) => &unit.name_vi,
        (Language::En, true) => &unit.name_en_one,
        (Language::En, false) => &unit.name_en_other,
    }
}

/// What the unit of an indicator is called where no number stands before it.
pub fn measure_name(portal: &Portal, measure: &Measure, language: Language) -> String {
    let (vi, en) = match measure {
        Measure::Percent => ("phần trăm (%)", "per cent (%)"),
        Measure::Index => ("chỉ số", "index"),
        Measure::Level => ("mức độ", "level"),
        Measure::Milestone => (
            "việc phải hoàn thành hoặc duy trì, không có con số",
            "a milestone without a figure: done or not",
        ),
        Measure::Date => ("ngày", "date"),
        Measure::Counted(id) => {
            return portal
                .units
                .iter()
                .find(|unit| &unit.id == id)
                .map_or_else(|| id.clone(), |unit| unit_name(unit, false, language).to_owned());
        }
    };
    pick(language, vi, en).to_owned()
}

/// The goal as it stands in a table: `trên 57,6%`, `reduce by 10%`, `trước ngày 10/12 hằng năm`.
pub fn goal(portal: &Portal, measure: &Measure, goal: Goal, language: Language) -> String {
    match goal {
        Goal::Value { comparator, value } => {
            let words = comparator_words(comparator, language);
            after_words(&words, amount(portal, measure, value, language))
        }
        Goal::Range { comparator, low, high } => {
            let words = comparator_words(comparator, language);
            after_words(&words, amounts(portal, measure, low, high, language))
        }
        Goal::Maintain => pick(language, "duy trì", "maintain").to_owned(),
        Goal::Complete => pick(language, "hoàn thành", "complete").to_owned(),
        Goal::Before(day) => before(day, language),
    }
}

/// What a statement says, as [`goal`] has it, with what must be said beside it: for what has no
/// badges.
pub fn said(portal: &Portal, statement: &Statement, language: Language) -> String {
    let words =
        goal(portal, &portal.indicator(statement.indicator).measure, statement.goal, language);
    let doubts = doubts(statement, language);
    if doubts.is_empty() { words } else { format!("{words} ({doubts})") }
}

/// What must be said of a figure wherever it stands without its badges; empty for most.
pub fn doubts(statement: &Statement, language: Language) -> String {
    let uncertain = statement.uncertain.then(|| uncertain(language));
    let read = statement.reading().map(|_| read_by_editor(language));
    uncertain
        .into_iter()
        .chain(read)
        .chain(not_final(statement, language))
        .collect::<Vec<_>>()
        .join("; ")
}

/// The same for what has a badge beside it that says how uncertain it is.
pub fn value(portal: &Portal, statement: &Statement, language: Language) -> String {
    let goal =
        goal(portal, &portal.indicator(statement.indicator).measure, statement.goal, language);
    let words: Vec<&str> = not_final(statement, language).collect();
    if words.is_empty() { goal } else { format!("{goal} ({})", words.join(", ")) }
}

/// What is said of a figure that is not, or not any more, the last word.
pub fn not_final(
    statement: &Statement,
    language: Language,
) -> impl Iterator<Item = &'static str> + use<> {
    let provisional = statement.provisional.then(|| pick(language, "số sơ bộ", "provisional"));
    let is_replaced = statement.replaced_by.is_some();
    let replaced = is_replaced.then(|| pick(language, "đã được thay", "replaced"));
    provisional.into_iter().chain(replaced)
}

/// What is said of a figure that stands by the reading of an editor.
pub fn read_by_editor(language: Language) -> &'static str {
    pick(language, "người biên tập đọc", "read by an editor")
}

/// The same as a label of its own, as the theme's strings have it for tables.
pub fn read_by_editor_badge(language: Language) -> &'static str {
    pick(language, "Người biên tập đọc", "Read by an editor")
}

/// The label of an aim, as the theme's strings have it for tables.
pub fn aim_badge(language: Language) -> &'static str {
    pick(language, "Định hướng", "Aim")
}

/// What is said of a figure whose source can hardly be read.
pub fn uncertain(language: Language) -> &'static str {
    pick(language, "đọc chưa chắc chắn", "uncertain reading")
}

/// The same as a label of its own, as the theme's strings have it for tables.
pub fn uncertain_badge(language: Language) -> &'static str {
    pick(language, "Đọc chưa chắc chắn", "Uncertain reading")
}

fn after_words(words: &str, amount: String) -> String {
    if words.is_empty() { amount } else { format!("{words} {amount}") }
}

/// The words before a value; none for what is simply to be reached.
fn comparator_words(comparator: Comparator, language: Language) -> String {
    let (vi, en) = match comparator {
        Comparator::IncreaseBy(bound) => return change_by("tăng", "increase by", bound, language),
        Comparator::ReduceBy(bound) => return change_by("giảm", "reduce by", bound, language),
        Comparator::AtLeast => ("ít nhất", "at least"),
        Comparator::Above => ("trên", "over"),
        Comparator::AtMost => ("không quá", "no more than"),
        Comparator::Below => ("dưới", "below"),
        Comparator::About => ("khoảng", "about"),
        Comparator::Maintain => ("duy trì", "maintain"),
        Comparator::Before => ("trước", "before"),
        Comparator::Reach | Comparator::Range | Comparator::Complete => ("", ""),
    };
    pick(language, vi, en).to_owned()
}

/// The verb of a change with the words of its bound: `tăng ít nhất`, `to increase by at least`.
pub fn change_by(vi: &str, en: &str, bound: Bound, language: Language) -> String {
    let of_bound = match bound {
        Bound::Exactly | Bound::Range => return pick(language, vi, en).to_owned(),
        Bound::AtLeast => ("ít nhất", "at least"),
        Bound::Above => ("trên", "more than"),
        Bound::AtMost => ("không quá", "no more than"),
        Bound::Below => ("dưới", "less than"),
        Bound::About => ("khoảng", "about"),
    };
    format!("{} {}", pick(language, vi, en), pick(language, of_bound.0, of_bound.1))
}

/// A deadline: `trước ngày 10/12 hằng năm`, `before 31 March 2026`.
pub fn before(day: DueDay, language: Language) -> String {
    match (day, language) {
        (DueDay::EveryYear { month, day }, Language::Vi) => {
            format!("trước ngày {} hằng năm", day_of_year(month, day, language))
        }
        (DueDay::EveryYear { month, day }, Language::En) => {
            format!("before {} every year", day_of_year(month, day, language))
        }
        (DueDay::Once(date), Language::Vi) if date.day.is_some() => {
            format!("trước ngày {}", date.short(language))
        }
        (DueDay::Once(date), Language::Vi) => format!("trước {}", date.long(language)),
        (DueDay::Once(date), Language::En) => format!("before {}", date.long(language)),
    }
}

/// The period as it stands in a table: `2030`, `2021–2025`, `năm học 2025–2026`, `hằng năm`; empty
/// where there is none.
pub fn period(period: Period, language: Language) -> String {
    match (period, language) {
        (Period::Year(year), _) => year.to_string(),
        (Period::Stage { from, to }, _) => format!("{from}–{to}"),
        (Period::HalfYear { year, half: 1 }, Language::Vi) => format!("6 tháng đầu năm {year}"),
        (Period::HalfYear { year, .. }, Language::Vi) => format!("6 tháng cuối năm {year}"),
        (Period::HalfYear { year, half: 1 }, Language::En) => format!("first half of {year}"),
        (Period::HalfYear { year, .. }, Language::En) => format!("second half of {year}"),
        (Period::NineMonths(year), Language::Vi) => format!("9 tháng đầu năm {year}"),
        (Period::NineMonths(year), Language::En) => format!("first nine months of {year}"),
        (Period::Quarter { year, quarter }, Language::Vi) => {
            format!("quý {}/{year}", ["I", "II", "III", "IV"][(quarter as usize + 3) % 4])
        }
        (Period::Quarter { year, quarter }, Language::En) => format!("Q{quarter} {year}"),
        (Period::Month { year, month }, Language::Vi) => format!("tháng {month}/{year}"),
        (Period::Month { year, month }, Language::En) => format!("{} {year}", month_name(month)),
        (Period::Day(day), Language::Vi) => day.short(language),
        (Period::Day(day), Language::En) => day.long(language),
        (Period::SchoolYear(start), Language::Vi) => format!("năm học {start}–{}", start + 1),
        (Period::SchoolYear(start), Language::En) => format!("{start}–{} school year", start + 1),
        (Period::EveryYear { until: None }, Language::Vi) => "hằng năm".to_owned(),
        (Period::EveryYear { until: None }, Language::En) => "every year".to_owned(),
        (Period::EveryYear { until: Some(year) }, Language::Vi) => format!("hằng năm đến {year}"),
        (Period::EveryYear { until: Some(year) }, Language::En) => format!("every year to {year}"),
        (Period::None, _) => String::new(),
    }
}

/// The period of a target in a sentence: `đến năm 2030`, `giai đoạn 2021–2025`, `by 2030`; empty
/// where there is none.
pub fn period_of_target(period: Period, language: Language) -> String {
    match (period, language) {
        (Period::Year(year), Language::Vi) => format!("đến năm {year}"),
        (Period::Year(year), Language::En) => format!("by {year}"),
        (Period::Month { .. } | Period::Day(_), Language::Vi) => {
            format!("đến {}", self::period(period, language))
        }
        (Period::Month { .. } | Period::Day(_), Language::En) => {
            format!("by {}", self::period(period, language))
        }
        (Period::EveryYear { until: Some(year) }, Language::Vi) => {
            format!("hằng năm đến năm {year}")
        }
        _ => period_of_result(period, language),
    }
}

/// The period of a result in a sentence: `năm 2025`, `in 2025`.
pub fn period_of_result(span: Period, language: Language) -> String {
    match (span, language) {
        (Period::Year(year), Language::Vi) => format!("năm {year}"),
        (Period::Year(year), Language::En) => format!("in {year}"),
        (Period::Stage { from, to }, Language::Vi) => format!("giai đoạn {from}–{to}"),
        (Period::Stage { from, to }, Language::En) => format!("in the period {from}–{to}"),
        (Period::HalfYear { .. } | Period::NineMonths(_), Language::En) => {
            format!("in the {}", period(span, language))
        }
        (Period::Quarter { .. } | Period::Month { .. }, Language::En) => {
            format!("in {}", period(span, language))
        }
        (Period::Day(_), Language::Vi) => format!("đến {}", period(span, language)),
        (Period::Day(_), Language::En) => format!("as of {}", period(span, language)),
        (Period::SchoolYear(start), Language::En) => {
            format!("in the {start}–{} school year", start + 1)
        }
        _ => period(span, language),
    }
}

/// The names of a breakdown's members: `tiểu học, mức độ 2`; empty for the whole.
pub fn breakdown(portal: &Portal, breakdown: &Breakdown, language: Language) -> String {
    portal
        .members(breakdown)
        .map(|(_, member)| member.name.get(language).as_str())
        .collect::<Vec<_>>()
        .join(", ")
}

/// What a plan is called in a line: `Kế hoạch 243/KH-UBND`; `Resolution of 16 October 2025` where
/// it has no number.
pub fn plan_name(plan: &Plan, language: Language) -> String {
    let kind = plan.document_type.get(language);
    match (&plan.number, language) {
        (Some(number), _) => format!("{kind} {number}"),
        (None, Language::Vi) => format!("{kind} {}", plan.date.long(language)),
        (None, Language::En) => format!("{kind} of {}", plan.date.long(language)),
    }
}

/// The same with its date: `Kế hoạch 243/KH-UBND ngày 27 tháng 9 năm 2025`; a name without a number
/// holds the date already.
pub fn dated_name(plan: &Plan, language: Language) -> String {
    let name = plan_name(plan, language);
    match (&plan.number, language) {
        (None, _) => name,
        (Some(_), Language::Vi) => format!("{name} {}", plan.date.long(language)),
        (Some(_), Language::En) => format!("{name} of {}", plan.date.long(language)),
    }
}

/// Where a unit stands in its plan, as one cites it: `mục II.1`, `Phụ lục, dòng 5`, `section II.1`.
pub fn clause_name(plan: &Plan, unit: UnitIndex, language: Language) -> String {
    let text = plan.text.get(language);
    let Some(unit) = text.units.get(unit.0) else { return String::new() };
    let name = clause_path(plan, unit.clause, language);
    match (unit.kind, language) {
        (UnitKind::Cell { row: 1.., .. }, Language::Vi) => {
            format!("{name}, dòng {}", printed_row(text, unit))
        }
        (UnitKind::Cell { row: 1.., .. }, Language::En) => {
            format!("{name}, row {}", printed_row(text, unit))
        }
        _ => name,
    }
}

/// A clause as one cites it: `mục II.1`, `khoản 2 Điều 1`, `section II.1`, `opening`.
pub fn clause_path(plan: &Plan, clause: ClauseIndex, language: Language) -> String {
    let text = plan.text.get(language);
    if let Some(cited) = cited(text, clause, language) {
        return cited;
    }
    let path = text.label_path(clause);
    let outermost =
        text.ancestors(clause).last().map_or(ClauseKind::Preamble, |clause| clause.kind);
    match outermost {
        ClauseKind::Preamble => pick(language, "phần mở đầu", "opening").to_owned(),
        ClauseKind::Closing => pick(language, "phần kết", "closing part").to_owned(),
        ClauseKind::Footnotes => pick(language, "chú thích", "footnotes").to_owned(),
        ClauseKind::Roman
        | ClauseKind::Capital
        | ClauseKind::Decimal
        | ClauseKind::Letter
        | ClauseKind::Bracketed => {
            format!("{} {path}", pick(language, "mục", "section"))
        }
        // These are cited by their words, save where they have none.
        ClauseKind::Part
        | ClauseKind::Chapter
        | ClauseKind::Section
        | ClauseKind::Article
        | ClauseKind::Appendix => path,
    }
}

/// A row as one cites it: by the number that the document prints in its first cell, else by its
/// place in the table.
fn printed_row(text: &PlanText, cell: &Unit) -> String {
    let UnitKind::Cell { table, row, .. } = cell.kind else { return String::new() };
    let is_first = |unit: &&Unit| {
        unit.clause == cell.clause && unit.kind == (UnitKind::Cell { table, row, column: 1 })
    };
    let number = text.units.iter().find(is_first).map(|unit| unit.text.trim_end_matches('.'));
    number
        .filter(|number| {
            !number.is_empty()
                && number.len() <= 4
                && number.bytes().all(|byte| byte.is_ascii_digit())
        })
        .map_or_else(|| row.to_string(), str::to_owned)
}

/// What stands before an editors' note in a plan's text.
pub fn editors_note(language: Language) -> &'static str {
    pick(language, "Ghi chú của ban biên tập", "Editors’ note")
}

/// What stands beside a clause: the page with both languages.
pub fn both_languages(language: Language) -> &'static str {
    pick(language, "Song ngữ", "Both languages")
}

/// What stands beside a clause, and leads to where an error in it is reported.
pub fn report_error(language: Language) -> &'static str {
    pick(language, "Báo lỗi", "Report an error")
}

/// What a link to a clause does, for those who hear it.
pub fn copy_link(language: Language) -> &'static str {
    pick(language, "Sao chép liên kết", "Copy the link")
}

/// Said at a piece of an English text that nobody has checked against the Vietnamese that stands
/// there now.
pub fn translation_unconfirmed(state: Unconfirmed, language: Language) -> &'static str {
    match state {
        Unconfirmed::Behind => pick(
            language,
            "Bản tiếng Anh của đoạn này chưa theo kịp bản tiếng Việt.",
            "The English of this clause is behind the Vietnamese.",
        ),
        Unconfirmed::New => pick(
            language,
            "Bản tiếng Anh của đoạn này chưa được xác nhận.",
            "The English of this clause has not been confirmed yet.",
        ),
    }
}

/// One of two texts, by the language.
pub fn pick<'text>(language: Language, vi: &'text str, en: &'text str) -> &'text str {
    match language {
        Language::Vi => vi,
        Language::En => en,
    }
}

/// The text with a small first letter, for use inside a sentence; kept where it begins with an
/// abbreviation or a name.
pub fn lower_first(text: &str) -> String {
    let mut words = text.split(' ');
    let first = words.next().unwrap_or_default();
    let is_abbreviation = first.chars().skip(1).any(char::is_uppercase);
    let is_name = words.next().is_some_and(|second| second.starts_with(char::is_uppercase));
    if is_abbreviation || is_name {
        return text.to_owned();
    }
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |letter| letter.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::date::Date;
    use crate::page::sample;

    fn decimal(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    fn both(measure: &Measure, said: Goal) -> [String; 2] {
        let portal = sample::portal();
        Language::ALL.map(|language| goal(&portal, measure, said, language))
    }

    fn value(comparator: Comparator, text: &str) -> Goal {
        Goal::Value { comparator, value: decimal(text) }
    }

    #[test]
    fn a_goal_keeps_its_comparator_and_its_printed_scale() {
        let percent = Measure::Percent;
        assert_eq!(both(&percent, value(Comparator::Reach, "48.5")), ["48,5%", "48.5%"]);
        assert_eq!(both(&percent, value(Comparator::Above, "57.6")), ["trên 57,6%", "over 57.6%"]);
        assert_eq!(
            both(&percent, value(Comparator::AtLeast, "30")),
            ["ít nhất 30%", "at least 30%"]
        );
        assert_eq!(both(&percent, value(Comparator::Below, "8.0")), ["dưới 8,0%", "below 8.0%"]);
        assert_eq!(
            both(&percent, value(Comparator::ReduceBy(Bound::Exactly), "10")),
            ["giảm 10%", "reduce by 10%"]
        );
        assert_eq!(
            both(&percent, value(Comparator::Maintain, "100")),
            ["duy trì 100%", "maintain 100%"]
        );
        assert_eq!(
            both(&percent, Goal::between(decimal("35"), decimal("40"))),
            ["35–40%", "35–40%"]
        );
        assert_eq!(both(&Measure::Index, value(Comparator::Reach, "0.8")), ["0,8", "0.8"]);
        assert_eq!(both(&Measure::Milestone, Goal::Complete), ["hoàn thành", "complete"]);
    }

    #[test]
    fn a_count_has_its_noun_in_the_right_number() {
        let schools = Measure::Counted("count:school".to_owned());
        let by = |bound| both(&Measure::Percent, value(Comparator::IncreaseBy(bound), "3"));
        assert_eq!(by(Bound::Above), ["tăng trên 3%", "increase by more than 3%"]);
        assert_eq!(by(Bound::AtMost), ["tăng không quá 3%", "increase by no more than 3%"]);
        assert_eq!(by(Bound::Below), ["tăng dưới 3%", "increase by less than 3%"]);
        assert_eq!(by(Bound::About), ["tăng khoảng 3%", "increase by about 3%"]);
        let comparator = Comparator::ReduceBy(Bound::Range);
        let range = Goal::Range { comparator, low: decimal("2"), high: decimal("3") };
        assert_eq!(both(&Measure::Percent, range), ["giảm 2–3%", "reduce by 2–3%"]);
        let below_zero = Goal::between(decimal("-2"), decimal("-1"));
        assert_eq!(both(&Measure::Percent, below_zero), ["−2 đến −1%", "−2 to −1%"]);
        assert_eq!(
            both(&schools, value(Comparator::IncreaseBy(Bound::AtLeast), "3")),
            ["tăng ít nhất 3 trường", "increase by at least 3 schools"]
        );
        assert_eq!(both(&schools, value(Comparator::Reach, "1")), ["1 trường", "1 school"]);
        assert_eq!(
            both(&schools, value(Comparator::Reach, "2000")),
            ["2.000 trường", "2,000 schools"]
        );
    }

    #[test]
    fn a_deadline_is_a_day_of_every_year_or_one_day() {
        assert_eq!(
            both(&Measure::Date, Goal::Before(DueDay::EveryYear { month: 12, day: 10 })),
            ["trước ngày 10/12 hằng năm", "before 10 December every year"]
        );
        let once = Goal::Before(DueDay::Once(Date::new(2026, 3, 31).expect("a date")));
        assert_eq!(both(&Measure::Date, once), ["trước ngày 31/3/2026", "before 31 March 2026"]);
        let month = Goal::Before(DueDay::Once(Date::parse("2026-03").expect("a month")));
        assert_eq!(both(&Measure::Date, month), ["trước tháng 3 năm 2026", "before March 2026"]);
    }

    #[test]
    fn periods_are_said_as_each_language_says_them() {
        let said = |span| Language::ALL.map(|language| period_of_target(span, language));
        assert_eq!(said(Period::Year(2030)), ["đến năm 2030", "by 2030"]);
        assert_eq!(
            said(Period::Stage { from: 2021, to: 2025 }),
            ["giai đoạn 2021–2025", "in the period 2021–2025"]
        );
        assert_eq!(
            said(Period::SchoolYear(2025)),
            ["năm học 2025–2026", "in the 2025–2026 school year"]
        );
        assert_eq!(said(Period::EveryYear { until: None }), ["hằng năm", "every year"]);
        assert_eq!(
            said(Period::EveryYear { until: Some(2030) }),
            ["hằng năm đến năm 2030", "every year to 2030"]
        );
        assert_eq!(said(Period::None), ["", ""]);
        let quarter = Period::Quarter { year: 2026, quarter: 3 };
        assert_eq!(said(quarter), ["quý III/2026", "in Q3 2026"]);
        let half = |half| said(Period::HalfYear { year: 2026, half });
        assert_eq!(half(1), ["6 tháng đầu năm 2026", "in the first half of 2026"]);
        assert_eq!(half(2), ["6 tháng cuối năm 2026", "in the second half of 2026"]);
        let nine = Period::NineMonths(2026);
        assert_eq!(said(nine), ["9 tháng đầu năm 2026", "in the first nine months of 2026"]);
        let month = Period::Month { year: 2026, month: 6 };
        assert_eq!(said(month), ["đến tháng 6/2026", "by June 2026"]);
        let day = Period::Day(Date::new(2026, 6, 30).expect("a day"));
        assert_eq!(said(day), ["đến 30/6/2026", "by 30 June 2026"]);
        assert_eq!(period(day, Language::Vi), "30/6/2026");
        assert_eq!(period_of_result(day, Language::En), "as of 30 June 2026");
        assert_eq!(period_of_result(month, Language::En), "in June 2026");
    }

    #[test]
    fn a_clause_is_cited_as_it_is_printed() {
        let portal = sample::portal();
        let plan = &portal.plans[1];
        let unit = plan.text.vi.unit_by_anchor("ii.1-p1").expect("the unit");
        assert_eq!(
            Language::ALL.map(|language| clause_name(plan, unit, language)),
            ["mục II.1", "section II.1"]
        );
        let cell = plan.text.vi.unit_by_anchor("pl-r1-c2").expect("the cell");
        assert_eq!(
            Language::ALL.map(|language| clause_name(plan, cell, language)),
            ["Phụ lục, dòng 1", "Appendix, row 1"]
        );
    }

    #[test]
    fn abbreviations_and_names_keep_their_capitals_in_a_sentence() {
        assert_eq!(
            lower_first("Lang Son College of high quality"),
            "Lang Son College of high quality"
        );
        assert_eq!(lower_first("A new school"), "a new school");
        assert_eq!(lower_first("Tỷ lệ huy động"), "tỷ lệ huy động");
        assert_eq!(lower_first("Đơn vị"), "đơn vị");
        assert_eq!(lower_first("STEM education"), "STEM education");
        assert_eq!(lower_first(""), "");
    }
}
