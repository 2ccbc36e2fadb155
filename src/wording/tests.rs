use rust_decimal::Decimal;

use super::first_word::lower_first;
use super::plan::clause_name;
use super::time::{period, period_of_result, period_of_target};
use crate::language::{Language, date::Date};
use crate::portal::{Bound, Comparator, DueDay, Goal, Measure, Period, sample};
use crate::wording::goal;

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
    assert_eq!(both(&percent, value(Comparator::AtLeast, "30")), ["ít nhất 30%", "at least 30%"]);
    assert_eq!(both(&percent, value(Comparator::Below, "8.0")), ["dưới 8,0%", "below 8.0%"]);
    assert_eq!(
        both(&percent, value(Comparator::ReduceBy(Bound::Exactly), "10")),
        ["giảm 10%", "reduce by 10%"]
    );
    assert_eq!(
        both(&percent, value(Comparator::Maintain, "100")),
        ["duy trì 100%", "maintain 100%"]
    );
    assert_eq!(both(&percent, Goal::between(decimal("35"), decimal("40"))), ["35–40%", "35–40%"]);
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
    assert_eq!(both(&schools, value(Comparator::Reach, "2000")), ["2.000 trường", "2,000 schools"]);
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
    assert_eq!(lower_first("Lang Son College of high quality"), "Lang Son College of high quality");
    assert_eq!(lower_first("A new school"), "a new school");
    assert_eq!(lower_first("Tỷ lệ huy động"), "tỷ lệ huy động");
    assert_eq!(lower_first("Đơn vị"), "đơn vị");
    assert_eq!(lower_first("STEM education"), "STEM education");
    assert_eq!(lower_first(""), "");
}
