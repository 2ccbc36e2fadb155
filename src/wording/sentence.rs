//! The one sentence that a journalist could print: `Lạng Sơn: tỷ lệ huy động trẻ nhà trẻ đạt 48,5%
//! vào năm 2030`.
//!
//! English sentences are in headline style (`to reach`, `stood at`), because the name of an
//! indicator may be in the singular or the plural.

use rust_decimal::Decimal;

use super::first_word::in_sentence;
use super::time::{before, period_of_result, period_of_target};
use super::value::{amount, breakdown, change_by, doubts, goal};
use crate::language::{Language, number, pick};
use crate::portal::{
    Comparator, CountUnit, Direction, Goal, Indicator, Measure, Period, Portal, Statement,
    StatementKind,
};

/// What a statement says, as one sentence without a full stop.
pub fn sentence(portal: &Portal, statement: &Statement, language: Language) -> String {
    let indicator = portal.indicator(statement.indicator);
    let place = whose(portal, statement, language);
    let subject = subject(indicator, &breakdown(portal, &statement.breakdown, language), language);
    let said = said(portal, indicator, statement, language);
    let deed = indicator
        .deed
        .as_ref()
        .filter(|_| statement.goal == Goal::Complete && statement.kind.is_wanted());
    // A Vietnamese milestone is said verb first, `hoàn thành phổ cập ...`, and so is a change of a
    // number in per cent: `giảm 40% số điểm trường` cannot be read as a fall of a rate by 40
    // points.
    let share_of_number = indicator.measure == Measure::Percent
        && statement.goal.comparator().is_change()
        && subject.starts_with("số ");
    let verb_first = language == Language::Vi
        && (matches!(statement.goal, Goal::Maintain | Goal::Complete) || share_of_number);
    let parts = match verb_first {
        _ if let Some(deed) = deed => vec![in_brackets(
            deed.get(language),
            &breakdown(portal, &statement.breakdown, language),
        )],
        true if subject.starts_with(&said) => vec![subject],
        true if VERBS.iter().any(|verb| subject.starts_with(verb)) => {
            vec![said, "việc".to_owned(), subject]
        }
        true => vec![said, subject],
        false => vec![subject, said],
    };
    let mut sentence = format!("{place}: {}", parts.join(" "));
    let time = time(statement, language);
    if !time.is_empty() {
        sentence.push(' ');
        sentence.push_str(&time);
    }
    let against = statement.denominator.as_ref().map(|denominator| {
        let denominator = in_sentence(denominator.get(language));
        let has_figure =
            !matches!(statement.goal, Goal::Maintain | Goal::Complete | Goal::Before(_));
        let against = match has_figure {
            // `each school` is no whole of which the figure would be a part.
            true if denominator.starts_with("mỗi ") || denominator.starts_with("each ") => {
                pick(language, "cho ", "for ")
            }
            true => pick(language, "tính trên ", "measured against "),
            // What has no figure is only compared, in words of the plan's own: `so với các tỉnh
            // miền núi`.
            false => "",
        };
        format!("{against}{denominator}")
    });
    // It is shown alone, in lists and elsewhere: what is not sure of it must go with it.
    let doubts = Some(doubts(statement, language)).filter(|doubts| !doubts.is_empty());
    let besides: Vec<String> = against.into_iter().chain(doubts).collect();
    in_brackets(&sentence, &besides.join("; "))
}

/// The sentence that a page opens with. It is read alone, so it says of a target that it is one
/// wherever its verb does not: English says `to reach`, but `đạt` is said of what is wanted and of
/// what is done, and a list of figures has no verb.
pub fn headline(portal: &Portal, statements: &[&Statement], language: Language) -> String {
    let sentence = joint_sentence(portal, statements, language);
    let Some(first) = statements.first() else { return sentence };
    let place = portal.place(first.place).name.get(language);
    let Some(said) = sentence.strip_prefix(whose(portal, first, language).as_str()) else {
        return sentence;
    };
    let several = statements.len() > 1;
    match (first.kind, language) {
        (StatementKind::Target, Language::Vi) => format!("Mục tiêu của {place}{said}"),
        (StatementKind::Target, Language::En) if several => format!("Targets of {place}{said}"),
        (StatementKind::Aim, Language::Vi) => format!("Định hướng của {place}{said}"),
        (StatementKind::Aim, Language::En) if several => format!("Aims of {place}{said}"),
        (StatementKind::Aim, Language::En) => format!("Aim of {place}{said}"),
        _ => sentence,
    }
}

/// What a sentence begins with: the place, and of an aim that it is one, since its verbs are those
/// of a target.
fn whose(portal: &Portal, statement: &Statement, language: Language) -> String {
    let place = portal.place(statement.place).name.get(language);
    match statement.kind {
        StatementKind::Aim => format!("{place}, {}", pick(language, "định hướng", "aim")),
        _ => place.clone(),
    }
}

/// Verbs that the name of a milestone may begin with; another verb wants `việc` before them.
const VERBS: [&str; 6] = ["thành lập ", "tổ chức ", "bố trí ", "xây dựng ", "đạt ", "chuyển đổi "];

/// What statements of one indicator, place and period say that differ in their breakdown:
/// `Lạng Sơn: tỷ lệ hoàn thành cấp học đến năm 2030: tiểu học 99%, trung học cơ sở ít nhất 95%`.
fn joint_sentence(portal: &Portal, statements: &[&Statement], language: Language) -> String {
    let Some((first, rest)) = statements.split_first() else { return String::new() };
    if rest.is_empty() {
        return sentence(portal, first, language);
    }
    let indicator = portal.indicator(first.indicator);
    let place = whose(portal, first, language);
    let time = if first.kind.is_wanted() {
        period_of_target(first.period, language)
    } else {
        period_of_result(first.period, language)
    };
    let part = |statement: &Statement| {
        let part = breakdown(portal, &statement.breakdown, language);
        if part.is_empty() { pick(language, "chung", "overall").to_owned() } else { part }
    };
    // `mức độ 1 38 xã` would be two numbers in a row.
    let colon = if statements
        .iter()
        .any(|statement| part(statement).ends_with(|letter: char| letter.is_ascii_digit()))
    {
        ":"
    } else {
        ""
    };
    let goal_of = |statement: &Statement| goal_in_list(portal, indicator, statement.goal, language);
    let doubts = |statement: &Statement| doubts(statement, language);
    let said_of = |statement: &Statement| in_brackets(&goal_of(statement), &doubts(statement));
    let name = in_sentence(indicator.name.get(language));
    let space = if time.is_empty() { "" } else { " " };
    if let Some([lowest, highest]) = extremes(statements) {
        let at = |value: Decimal| match statements
            .iter()
            .filter(|statement| statement.goal.value() == Some(value))
            .collect::<Vec<_>>()
            .as_slice()
        {
            [only] if !doubts(only).is_empty() => {
                format!("{} ({}; {})", goal_of(only), part(only), doubts(only))
            }
            [only] => format!("{} ({})", goal_of(only), part(only)),
            several => several
                .iter()
                .find(|statement| !doubts(statement).is_empty())
                .or(several.first())
                .map_or_else(String::new, |first| said_of(first)),
        };
        let (low, high) =
            (pick(language, "thấp nhất", "lowest"), pick(language, "cao nhất", "highest"));
        return format!(
            "{place}: {name}{space}{time}: {low} {}, {high} {}",
            at(lowest),
            at(highest)
        );
    }
    // A plan may say two things of one part; a list without that word would read as a slip.
    let figures: Vec<String> = statements
        .chunk_by(|left, right| left.breakdown == right.breakdown)
        .filter_map(|alike| {
            let (first, others) = alike.split_first()?;
            let mut figure = format!("{}{colon} {}", part(first), said_of(first));
            let mut said = vec![first.goal];
            for other in others {
                if !said.contains(&other.goal) {
                    said.push(other.goal);
                    figure.push_str(&format!(
                        " {} {}",
                        pick(language, "ở một điều khoản và", "in one clause and"),
                        said_of(other)
                    ));
                }
            }
            if said.len() > 1 {
                figure.push_str(pick(language, " ở điều khoản khác", " in another"));
            }
            Some(figure)
        })
        .collect();
    format!("{place}: {name}{space}{time}: {}", figures.join("; "))
}

/// With more parts than these a list is no sentence any more.
const MOST_LISTED: usize = 4;

/// The lowest and the highest value of many parts, for a sentence in place of a list; none where
/// the list is short, or where a part has a comparator or two values, of which nobody could say
/// that it is the lowest.
fn extremes(statements: &[&Statement]) -> Option<[Decimal; 2]> {
    let mut values = Vec::with_capacity(statements.len());
    for statement in statements {
        match statement.goal {
            Goal::Value { comparator: Comparator::Reach, value } => values.push(value),
            _ => return None,
        }
    }
    let apart = statements.windows(2).all(|pair| pair[0].breakdown != pair[1].breakdown);
    let (lowest, highest) = (values.iter().copied().min()?, values.iter().copied().max()?);
    (values.len() > MOST_LISTED && apart && lowest != highest).then_some([lowest, highest])
}

fn subject(indicator: &Indicator, breakdown: &str, language: Language) -> String {
    in_brackets(&in_sentence(indicator.name.get(language)), breakdown)
}

/// Words with what is said of them in brackets, if anything is.
fn in_brackets(words: &str, besides: &str) -> String {
    if besides.is_empty() { words.to_owned() } else { format!("{words} ({besides})") }
}

/// A number with its unit, which is left out where the name of the indicator has said it.
fn amount_after_name(
    portal: &Portal,
    indicator: &Indicator,
    value: Decimal,
    language: Language,
) -> String {
    match &indicator.measure {
        Measure::Counted(id) if names_unit(portal, indicator, id, language) => {
            number::format(value, language)
        }
        measure => amount(portal, measure, value, language),
    }
}

/// Whether the name says what is counted: `number of schools`, `students per 10,000 people`. In
/// Vietnamese only the unit of a rate is left out: `đạt 375 trường` is how one says it.
fn names_unit(portal: &Portal, indicator: &Indicator, unit: &str, language: Language) -> bool {
    let Some(unit) = portal.units.iter().find(|known| known.id == unit) else { return false };
    let name = indicator.name.get(language).to_lowercase();
    let is_rate = unit.id.starts_with("rate:");
    match language {
        Language::En if is_rate => says_rate(&name, unit, language),
        Language::En => name.contains(&unit.name_en_other) || name.contains(&unit.name_en_one),
        Language::Vi => is_rate && says_rate(&name, unit, language),
    }
}

/// Whether the name says of how many the rate is: `trên 10.000 dân`, `per 10,000 people`.
fn says_rate(name: &str, unit: &CountUnit, language: Language) -> bool {
    let (written, per): (&str, &[&str]) = match language {
        Language::Vi => (&unit.name_vi, &["/", "trên "]),
        Language::En => (&unit.name_en_other, &["/", "per "]),
    };
    let whole = per.iter().find_map(|per| Some(written.split_once(per)?.1));
    whole.is_some_and(|whole| without_groups(name).contains(&without_groups(whole)))
}

/// `10.000 dân`, `10,000 people` and `10000 people` without the signs between thousands.
fn without_groups(words: &str) -> String {
    words.to_lowercase().chars().filter(|sign| !matches!(sign, '.' | ',')).collect()
}

/// Whether the Vietnamese name is that of a number of things, `số trường ...`, and not of a rate.
fn is_number_of(indicator: &Indicator) -> bool {
    let counts = matches!(&indicator.measure, Measure::Counted(unit) if !unit.starts_with("rate:"));
    counts && in_sentence(&indicator.name.vi).starts_with("số ")
}

/// A goal in a list of breakdowns: `primary kept at 100%`, `preschool up by at least 3 schools`.
fn goal_in_list(portal: &Portal, indicator: &Indicator, said: Goal, language: Language) -> String {
    let whole = || goal(portal, &indicator.measure, said, language);
    let words = match said.comparator() {
        Comparator::Maintain => pick(language, "duy trì ở mức", "kept at").to_owned(),
        Comparator::IncreaseBy(bound) => change_by("tăng", "up by", bound, language),
        Comparator::ReduceBy(bound) => change_by("giảm", "down by", bound, language),
        _ => return whole(),
    };
    let figure = match said {
        Goal::Value { value, .. } => amount(portal, &indicator.measure, value, language),
        Goal::Range { low, high, .. } => {
            goal(portal, &indicator.measure, Goal::between(low, high), language)
        }
        Goal::Maintain | Goal::Complete | Goal::Before(_) => return whole(),
    };
    format!("{words} {figure}")
}

/// The verb with the value.
fn said(
    portal: &Portal,
    indicator: &Indicator,
    statement: &Statement,
    language: Language,
) -> String {
    let future = statement.kind.is_wanted();
    let words = |vi: &str, en: &str| pick(language, vi, en).to_owned();
    match statement.goal {
        Goal::Value { comparator, value } => {
            let verb = verb(comparator, indicator.direction, future, language);
            // `số trường đạt chuẩn đạt 375 trường` would say the verb of the name again.
            let says_again = comparator == Comparator::Reach && is_number_of(indicator);
            let verb = if language == Language::Vi && says_again { "là" } else { &verb };
            format!("{verb} {}", amount_after_name(portal, indicator, value, language))
        }
        Goal::Range { comparator, low, high } => {
            let verb = verb(comparator, indicator.direction, future, language);
            let says_again = comparator == Comparator::Range && is_number_of(indicator);
            let verb = if language == Language::Vi && says_again { "là" } else { &verb };
            let range = match &indicator.measure {
                Measure::Counted(id) if names_unit(portal, indicator, id, language) => {
                    number::range(low, high, language)
                }
                measure => goal(portal, measure, Goal::between(low, high), language),
            };
            format!("{verb} {range}")
        }
        Goal::Maintain if future => words("duy trì", "to be maintained"),
        Goal::Maintain => words("duy trì", "maintained"),
        Goal::Complete if future => words("hoàn thành", "to be completed"),
        Goal::Complete => words("đã hoàn thành", "completed"),
        Goal::Before(day) => format!("{} {}", words("là", "is"), before(day, language)),
    }
}

/// The verb before a value, with the words of its bound.
fn verb(comparator: Comparator, direction: Direction, future: bool, language: Language) -> String {
    let falls = direction == Direction::Down;
    let (vi, en) = match (comparator, future) {
        (Comparator::IncreaseBy(bound), true) => {
            return change_by("tăng", "to increase by", bound, language);
        }
        (Comparator::IncreaseBy(bound), false) => {
            return change_by("đã tăng", "increased by", bound, language);
        }
        (Comparator::ReduceBy(bound), true) => {
            return change_by("giảm", "to fall by", bound, language);
        }
        (Comparator::ReduceBy(bound), false) => {
            return change_by("đã giảm", "fell by", bound, language);
        }
        (
            Comparator::Reach | Comparator::Range | Comparator::Before | Comparator::Complete,
            true,
        ) if falls => ("ở mức", "to be"),
        (
            Comparator::Reach | Comparator::Range | Comparator::Before | Comparator::Complete,
            true,
        ) => ("đạt", "to reach"),
        (
            Comparator::Reach | Comparator::Range | Comparator::Before | Comparator::Complete,
            false,
        ) if falls => ("ở mức", "stood at"),
        (
            Comparator::Reach | Comparator::Range | Comparator::Before | Comparator::Complete,
            false,
        ) => ("đạt", "stood at"),
        (Comparator::AtLeast, true) => ("đạt ít nhất", "to reach at least"),
        (Comparator::AtLeast, false) => ("đạt ít nhất", "stood at no less than"),
        (Comparator::Above, true) => ("đạt trên", "to exceed"),
        (Comparator::Above, false) => ("đạt trên", "stood at over"),
        (Comparator::AtMost, true) => ("không quá", "to be no more than"),
        (Comparator::AtMost, false) => ("không quá", "stood at no more than"),
        (Comparator::Below, true) => ("ở mức dưới", "to be below"),
        (Comparator::Below, false) => ("ở mức dưới", "stood at below"),
        (Comparator::About, true) => ("đạt khoảng", "to reach about"),
        (Comparator::About, false) => ("đạt khoảng", "stood at about"),
        (Comparator::Maintain, true) => ("duy trì ở mức", "to be maintained at"),
        (Comparator::Maintain, false) => ("duy trì ở mức", "maintained at"),
    };
    pick(language, vi, en).to_owned()
}

/// When: `vào năm 2030` for the value that is to be reached, `đến năm 2030` for what is to change,
/// to stay or to get done.
fn time(statement: &Statement, language: Language) -> String {
    if matches!(statement.goal, Goal::Before(_)) {
        return String::new();
    }
    if !statement.kind.is_wanted() {
        return period_of_result(statement.period, language);
    }
    let comparator = statement.goal.comparator();
    let reached = !comparator.is_change()
        && !matches!(comparator, Comparator::Maintain | Comparator::Complete);
    match (statement.period, language) {
        (Period::Year(year), Language::Vi) if reached => format!("vào năm {year}"),
        (Period::Year(year), Language::En) if comparator == Comparator::Maintain => {
            format!("through {year}")
        }
        (
            Period::Stage { .. }
            | Period::SchoolYear(_)
            | Period::HalfYear { .. }
            | Period::NineMonths(_)
            | Period::Quarter { .. },
            Language::Vi,
        ) => {
            format!("trong {}", period_of_target(statement.period, language))
        }
        _ => period_of_target(statement.period, language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Localized;
    use crate::portal::{Bound, sample};

    fn both(statement: &Statement) -> [String; 2] {
        let portal = sample::portal();
        Language::ALL.map(|language| sentence(&portal, statement, language))
    }

    fn with_goal(comparator: Comparator, value: &str) -> Statement {
        let value: Decimal = value.parse().expect("a decimal");
        Statement {
            goal: Goal::Value { comparator, value },
            period: Period::Year(2030),
            ..sample::portal().statements[0].clone()
        }
    }

    #[test]
    fn a_target_reads_as_news() {
        assert_eq!(
            both(&with_goal(Comparator::Reach, "48.5")),
            [
                "Lạng Sơn: tỷ lệ huy động trẻ nhà trẻ đạt 48,5% vào năm 2030",
                "Lang Son: nursery enrolment rate to reach 48.5% by 2030"
            ]
        );
        assert_eq!(
            both(&with_goal(Comparator::Above, "57.6")),
            [
                "Lạng Sơn: tỷ lệ huy động trẻ nhà trẻ đạt trên 57,6% vào năm 2030",
                "Lang Son: nursery enrolment rate to exceed 57.6% by 2030"
            ]
        );
        assert_eq!(
            both(&with_goal(Comparator::ReduceBy(Bound::Exactly), "10")),
            [
                "Lạng Sơn: tỷ lệ huy động trẻ nhà trẻ giảm 10% đến năm 2030",
                "Lang Son: nursery enrolment rate to fall by 10% by 2030"
            ]
        );
        assert_eq!(
            both(&with_goal(Comparator::Maintain, "100")),
            [
                "Lạng Sơn: tỷ lệ huy động trẻ nhà trẻ duy trì ở mức 100% đến năm 2030",
                "Lang Son: nursery enrolment rate to be maintained at 100% through 2030"
            ]
        );
    }

    #[test]
    fn a_headline_says_of_a_target_that_it_is_one() {
        let portal = sample::portal();
        let (target, other) =
            (with_goal(Comparator::Reach, "48.5"), with_goal(Comparator::Above, "57.6"));
        let headlines = |statements: &[&Statement]| {
            Language::ALL.map(|language| headline(&portal, statements, language))
        };
        assert_eq!(
            headlines(&[&target]),
            [
                "Mục tiêu của Lạng Sơn: tỷ lệ huy động trẻ nhà trẻ đạt 48,5% vào năm 2030",
                "Lang Son: nursery enrolment rate to reach 48.5% by 2030"
            ]
        );
        let [vi, en] = headlines(&[&target, &other]);
        assert!(
            vi.starts_with("Mục tiêu của Lạng Sơn: tỷ lệ")
                && en.starts_with("Targets of Lang Son: nursery"),
            "{vi}, {en}"
        );
        let result = Statement { kind: StatementKind::Result, ..target };
        assert_eq!(headlines(&[&result]), both(&result));
    }

    #[test]
    fn an_aim_is_called_one_wherever_it_is_read_alone() {
        let portal = sample::portal();
        let aim = Statement { kind: StatementKind::Aim, ..with_goal(Comparator::Reach, "48.5") };
        assert_eq!(
            both(&aim),
            [
                "Lạng Sơn, định hướng: tỷ lệ huy động trẻ nhà trẻ đạt 48,5% vào năm 2030",
                "Lang Son, aim: nursery enrolment rate to reach 48.5% by 2030"
            ]
        );
        let headlines = |statements: &[&Statement]| {
            Language::ALL.map(|language| headline(&portal, statements, language))
        };
        let [vi, en] = headlines(&[&aim]);
        assert!(
            vi.starts_with("Định hướng của Lạng Sơn: tỷ lệ")
                && en.starts_with("Aim of Lang Son: nursery"),
            "{vi}, {en}"
        );
        let other = Statement { breakdown: portal.statements[3].breakdown.clone(), ..aim.clone() };
        let [vi, en] = headlines(&[&aim, &other]);
        assert!(
            vi.starts_with("Định hướng của Lạng Sơn: ") && en.starts_with("Aims of Lang Son: "),
            "{vi}, {en}"
        );
    }

    #[test]
    fn a_result_reads_as_past() {
        let result = Statement {
            kind: StatementKind::Result,
            period: Period::SchoolYear(2024),
            ..with_goal(Comparator::Reach, "41")
        };
        assert_eq!(
            both(&result),
            [
                "Lạng Sơn: tỷ lệ huy động trẻ nhà trẻ đạt 41% năm học 2024–2025",
                "Lang Son: nursery enrolment rate stood at 41% in the 2024–2025 school year"
            ]
        );
    }

    #[test]
    fn a_milestone_has_no_number() {
        let portal = sample::portal();
        let milestone = portal
            .statements
            .iter()
            .find(|statement| statement.goal == Goal::Maintain)
            .expect("a milestone");
        assert_eq!(
            both(milestone),
            [
                "Lạng Sơn: duy trì phổ cập giáo dục mầm non cho trẻ 5 tuổi trong giai đoạn \
                 2021–2025",
                "Lang Son: universal preschool education for 5-year-olds to be maintained in \
                 the period 2021–2025"
            ]
        );
    }

    #[test]
    fn what_is_measured_against_is_said() {
        let against =
            Localized::text("Tổng chi ngân sách địa phương", "Total local budget spending");
        let share =
            Statement { denominator: Some(against), ..with_goal(Comparator::AtLeast, "20") };
        assert_eq!(
            both(&share),
            [
                "Lạng Sơn: tỷ lệ huy động trẻ nhà trẻ đạt ít nhất 20% vào năm 2030 (tính trên \
                 tổng chi ngân sách địa phương)",
                "Lang Son: nursery enrolment rate to reach at least 20% by 2030 (measured \
                 against total local budget spending)"
            ]
        );
    }

    #[test]
    fn an_uncertain_reading_is_said_to_be_one() {
        let read = Statement { uncertain: true, ..with_goal(Comparator::Reach, "48.5") };
        let [vi, en] = both(&read);
        assert!(
            vi.ends_with("vào năm 2030 (đọc chưa chắc chắn)")
                && en.ends_with("by 2030 (uncertain reading)"),
            "{vi}, {en}"
        );
        let [vi, en] = both(&Statement {
            denominator: Some(Localized::text("Mỗi trường", "Each school")),
            ..read.clone()
        });
        assert!(
            vi.ends_with(" (cho mỗi trường; đọc chưa chắc chắn)")
                && en.ends_with(" (for each school; uncertain reading)"),
            "{vi}, {en}"
        );
        let portal = sample::portal();
        let over = Statement {
            breakdown: portal.statements[3].breakdown.clone(),
            ..with_goal(Comparator::Above, "50")
        };
        let joint = joint_sentence(&portal, &[&read, &over], Language::En);
        assert!(joint.contains("48.5% (uncertain reading)") && !joint.contains("50% ("), "{joint}");
    }

    #[test]
    fn the_reading_of_an_editor_is_said_to_be_one() {
        let read = sample::read_by_editor(with_goal(Comparator::Reach, "48.5"));
        let [vi, en] = both(&read);
        assert!(
            vi.ends_with("vào năm 2030 (người biên tập đọc)")
                && en.ends_with("by 2030 (read by an editor)"),
            "{vi}, {en}"
        );
        let [_, en] = both(&Statement { uncertain: true, ..read });
        assert!(en.ends_with(" (uncertain reading; read by an editor)"), "{en}");
    }

    #[test]
    fn what_each_of_many_is_to_have_is_no_part_of_a_whole() {
        let each = Statement {
            denominator: Some(Localized::text("Mỗi trường", "Each school")),
            ..with_goal(Comparator::AtLeast, "2")
        };
        let [vi, en] = both(&each);
        assert!(
            vi.ends_with(" (cho mỗi trường)") && en.ends_with(" (for each school)"),
            "{vi}, {en}"
        );
    }

    #[test]
    fn a_number_of_things_is_so_many() {
        let mut portal = sample::portal();
        portal.indicators[0].name =
            Localized::text("Số trường đạt chuẩn", "Number of schools meeting the standard");
        portal.indicators[0].measure = Measure::Counted("count:school".to_owned());
        let schools = with_goal(Comparator::Reach, "375");
        assert_eq!(
            sentence(&portal, &schools, Language::Vi),
            "Lạng Sơn: số trường đạt chuẩn là 375 trường vào năm 2030"
        );
        assert_eq!(
            sentence(&portal, &schools, Language::En),
            "Lang Son: number of schools meeting the standard to reach 375 by 2030"
        );
        let range = Statement { goal: Goal::between(Decimal::ONE, Decimal::TWO), ..schools };
        assert_eq!(
            sentence(&portal, &range, Language::En),
            "Lang Son: number of schools meeting the standard to reach 1–2 by 2030"
        );
    }

    #[test]
    fn two_goals_for_one_part_are_said_to_stand_in_two_clauses() {
        let portal = sample::portal();
        let (over, least) =
            (with_goal(Comparator::Above, "50"), with_goal(Comparator::AtLeast, "60"));
        assert_eq!(
            joint_sentence(&portal, &[&over, &least], Language::En),
            "Lang Son: nursery enrolment rate by 2030: overall over 50% in one clause and at \
             least 60% in another"
        );
        assert_eq!(
            joint_sentence(&portal, &[&over, &least], Language::Vi),
            "Lạng Sơn: tỷ lệ huy động trẻ nhà trẻ đến năm 2030: chung trên 50% ở một điều khoản \
             và ít nhất 60% ở điều khoản khác"
        );
        assert_eq!(
            joint_sentence(&portal, &[&over, &over], Language::En),
            "Lang Son: nursery enrolment rate by 2030: overall over 50%"
        );
    }

    #[test]
    fn a_milestone_named_by_a_verb_is_a_deed() {
        let mut portal = sample::portal();
        portal.indicators[1].name = Localized::text(
            "Thành lập trường mầm non độc lập",
            "Independent preschools established",
        );
        let milestone = Statement {
            goal: Goal::Complete,
            period: Period::Year(2030),
            ..portal.statements[1].clone()
        };
        assert_eq!(
            sentence(&portal, &milestone, Language::Vi),
            "Lạng Sơn: hoàn thành việc thành lập trường mầm non độc lập đến năm 2030"
        );
    }

    #[test]
    fn a_milestone_with_words_of_its_own_is_said_by_them() {
        let mut portal = sample::portal();
        portal.indicators[1].deed =
            Some(Localized::text("đạt chuẩn phổ cập", "universal education standard to be met"));
        let milestone = Statement {
            goal: Goal::Complete,
            period: Period::Year(2030),
            ..portal.statements[1].clone()
        };
        assert_eq!(
            Language::ALL.map(|language| sentence(&portal, &milestone, language)),
            [
                "Lạng Sơn: đạt chuẩn phổ cập đến năm 2030",
                "Lang Son: universal education standard to be met by 2030"
            ]
        );
    }

    #[test]
    fn a_number_that_falls_by_a_share_is_said_verb_first() {
        let mut portal = sample::portal();
        portal.indicators[0].name =
            Localized::text("Số điểm trường lẻ", "Number of satellite school sites");
        let rise = with_goal(Comparator::IncreaseBy(Bound::Above), "3");
        assert_eq!(
            both(&rise),
            [
                "Lạng Sơn: tỷ lệ huy động trẻ nhà trẻ tăng trên 3% đến năm 2030",
                "Lang Son: nursery enrolment rate to increase by more than 3% by 2030",
            ]
        );
        let comparator = Comparator::ReduceBy(Bound::Range);
        let goal = Goal::Range { comparator, low: Decimal::TWO, high: Decimal::TEN };
        let range = Statement { goal, kind: StatementKind::Result, ..rise };
        assert_eq!(
            both(&range),
            [
                "Lạng Sơn: tỷ lệ huy động trẻ nhà trẻ đã giảm 2–10% năm 2030",
                "Lang Son: nursery enrolment rate fell by 2–10% in 2030",
            ]
        );
        let fall = with_goal(Comparator::ReduceBy(Bound::AtLeast), "40");
        assert_eq!(
            Language::ALL.map(|language| sentence(&portal, &fall, language)),
            [
                "Lạng Sơn: giảm ít nhất 40% số điểm trường lẻ đến năm 2030",
                "Lang Son: number of satellite school sites to fall by at least 40% by 2030"
            ]
        );
    }

    #[test]
    fn what_is_counted_is_said_once() {
        let mut portal = sample::portal();
        portal.indicators[3].name = Localized::text(
            "Số trường đạt chuẩn quốc gia",
            "Number of schools meeting the national standard",
        );
        let count = Statement {
            indicator: crate::portal::IndicatorIndex(3),
            ..with_goal(Comparator::Reach, "375")
        };
        assert_eq!(
            Language::ALL.map(|language| sentence(&portal, &count, language)),
            [
                "Lạng Sơn: số trường đạt chuẩn quốc gia là 375 trường vào năm 2030",
                "Lang Son: number of schools meeting the national standard to reach 375 by 2030"
            ]
        );
    }

    #[test]
    fn several_breakdowns_make_one_sentence() {
        let portal = sample::portal();
        let parts: Vec<&Statement> = portal
            .statements
            .iter()
            .filter(|statement| portal.indicator(statement.indicator).id == "completion")
            .collect();
        assert_eq!(
            Language::ALL.map(|language| joint_sentence(&portal, &parts, language)),
            [
                "Lạng Sơn: tỷ lệ hoàn thành cấp học đến năm 2030: tiểu học 99,5%; trung học cơ \
                 sở ít nhất 95%",
                "Lang Son: completion rate by 2030: primary 99.5%; lower secondary at least 95%"
            ]
        );
    }

    #[test]
    fn of_many_breakdowns_the_lowest_and_the_highest_are_said() {
        let portal = sample::portal();
        let whole = with_goal(Comparator::Reach, "0");
        let primary = portal
            .statements
            .iter()
            .find(|statement| !statement.breakdown.0.is_empty())
            .expect("a part")
            .breakdown
            .clone();
        let part = |position: usize, value: &str| {
            // Of another part each time: the sample has no five, and only the first and the last
            // are named.
            let breakdown =
                if position.is_multiple_of(2) { primary.clone() } else { whole.breakdown.clone() };
            Statement { breakdown, ..with_goal(Comparator::Reach, value) }
        };
        let parts: Vec<Statement> = ["59.5", "17.1", "57.3", "17.1", "63.2"]
            .iter()
            .enumerate()
            .map(|(position, value)| part(position, value))
            .collect();
        let parts: Vec<&Statement> = parts.iter().collect();
        assert_eq!(
            Language::ALL.map(|language| joint_sentence(&portal, &parts, language)),
            [
                "Lạng Sơn: tỷ lệ huy động trẻ nhà trẻ đến năm 2030: thấp nhất 17,1%, cao nhất \
                 63,2% (tiểu học)",
                "Lang Son: nursery enrolment rate by 2030: lowest 17.1%, highest 63.2% (primary)"
            ]
        );
        let over = with_goal(Comparator::Above, "70");
        let with_comparator: Vec<&Statement> = parts.iter().copied().chain([&over]).collect();
        assert!(
            joint_sentence(&portal, &with_comparator, Language::En).contains("; "),
            "a list, since nothing is lowest beside `over`"
        );
    }
}
