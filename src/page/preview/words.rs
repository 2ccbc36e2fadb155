//! The words of link previews.

use rust_decimal::Decimal;

use super::card::KeyFigure;
use crate::language::{Language, date::day_of_year, number, pick, text::upper_first};
use crate::page::preview::card::{spaced, spaced_by};
use crate::portal::{
    DueDay, Evidence, Goal, Grades, Measure, PlaceIndex, PlanIndex, PlanStatus, Portal, Statement,
    StatementIndex, StatementKind, TextGrade, cited,
};
use crate::wording::{clause_name, period_of_result, period_of_target, plan_name, value};

/// A statement's figure with its period; its label is the caller's.
pub fn key_figure(portal: &Portal, statement: &Statement, language: Language) -> KeyFigure {
    let measure = &portal.indicator(statement.indicator).measure;
    let [before, number, after] = pieces(
        value(portal, statement, language),
        &written_number(measure, statement.goal, language),
    );
    KeyFigure { label: String::new(), before, number, after, time: time(statement, language) }
}

/// The number of a goal as `goal` writes it; empty where it has none.
pub fn written_number(measure: &Measure, said: Goal, language: Language) -> String {
    let sign = if *measure == Measure::Percent { "%" } else { "" };
    match said {
        Goal::Value { value, .. } => number::format(value, language) + sign,
        Goal::Range { low, high, .. } => number::range(low, high, language) + sign,
        Goal::Maintain | Goal::Complete => String::new(),
        Goal::Before(DueDay::EveryYear { month, day }) => day_of_year(month, day, language),
        Goal::Before(DueDay::Once(date)) if language == Language::Vi && date.day.is_some() => {
            date.short(language)
        }
        Goal::Before(DueDay::Once(date)) => date.long(language),
    }
}

/// What stands before the number, the number, and what stands after it.
pub fn pieces(said: String, number: &str) -> [String; 3] {
    match said.split_once(number).filter(|_| !number.is_empty()) {
        Some((before, after)) => {
            [before.trim().to_owned(), number.to_owned(), after.trim().to_owned()]
        }
        None => [said, String::new(), String::new()],
    }
}

/// What kind of figure it is, and when: `Mục tiêu đến năm 2030`, `Result in 2025`.
pub fn time(statement: &Statement, language: Language) -> String {
    let kind = match statement.kind {
        StatementKind::Target => pick(language, "Mục tiêu", "Target"),
        StatementKind::Baseline => pick(language, "Mức xuất phát", "Baseline"),
        StatementKind::Result => pick(language, "Kết quả", "Result"),
        StatementKind::Deadline => pick(language, "Hạn báo cáo", "Deadline"),
        StatementKind::Aim => pick(language, "Định hướng", "Aim"),
    };
    let when = match statement.kind {
        // A deadline is itself a day.
        _ if matches!(statement.goal, Goal::Before(_)) => String::new(),
        kind if kind.is_wanted() => period_of_target(statement.period, language),
        _ => period_of_result(statement.period, language),
    };
    match statement.kind {
        StatementKind::Target | StatementKind::Aim if when.is_empty() => {
            format!(
                "{kind}, {}",
                pick(language, "kế hoạch không nêu thời hạn", "the plan names no time")
            )
        }
        _ => spaced([kind, &when]),
    }
}

/// The plan, and the clause where all stand in one; or the report outside the plans.
pub fn source(portal: &Portal, said: &[&Statement], language: Language) -> String {
    let Some((first, others)) = said.split_first() else { return String::new() };
    match &first.evidence {
        Evidence::Clause { plan, unit, .. } => {
            let clause_of = |statement: &Statement| match &statement.evidence {
                Evidence::Clause { plan, unit, .. } => {
                    clause_name(portal.plan(*plan), *unit, language)
                }
                Evidence::Outside(_) => String::new(),
            };
            let plan = portal.plan(*plan);
            let clause = clause_name(plan, *unit, language);
            let clause = if others.iter().all(|other| clause_of(other) == clause) {
                clause
            } else {
                String::new()
            };
            spaced_by(", ", [plan_name(plan, language).as_str(), &clause])
        }
        Evidence::Outside(outside) => outside.title.get(language).clone(),
    }
}

/// `Xã Bằng Mạc, Lạng Sơn`.
pub fn place_name(portal: &Portal, at: PlaceIndex, language: Language) -> String {
    let place = portal.place(at);
    let parent = place.parent.map_or("", |parent| portal.place(parent).name.get(language));
    spaced_by(", ", [place.full_name.get(language).as_str(), parent])
}

/// How many figures the page has, as it counts them itself.
pub fn counted_figures(figures: usize, language: Language) -> KeyFigure {
    count(figures, nouns(figures, language, ["số liệu", "figure", "figures"]), language)
}

/// How many of the figures are proven, in which text, and how many of these could hardly be read;
/// how many are read by an editor, and how many are aims. The rest is reported outside the plans.
pub fn how_proven(portal: &Portal, statements: &[StatementIndex], language: Language) -> String {
    let all = || statements.iter().map(|&statement| portal.statement(statement));
    let proven: Vec<(PlanIndex, &Statement)> = all()
        .filter(|statement| statement.counts_as_proven())
        .filter_map(|statement| cited(statement).map(|(plan, _)| (plan, statement)))
        .collect();
    let written = |number: usize| number::format(Decimal::from(number), language);
    let Grades { read_by_editor, aims, .. } = Grades::of(all());
    let read = match (read_by_editor, language) {
        (0, _) => String::new(),
        (some, Language::Vi) => format!("{} do người biên tập đọc", written(some)),
        (some, Language::En) => format!("{} read by an editor", written(some)),
    };
    let aims = match (aims, language) {
        (0, _) => String::new(),
        (some, Language::Vi) => format!("{} định hướng", written(some)),
        (1, Language::En) => "1 aim".to_owned(),
        (some, Language::En) => format!("{} aims", written(some)),
    };
    if proven.is_empty() {
        return upper_first(&spaced_by("; ", [read.as_str(), &aims]));
    }
    let said = match (proven.len() == statements.len(), proven.len(), language) {
        (true, 1, Language::Vi) => {
            "Số liệu này đã được đối chiếu với điều khoản nêu ra nó".to_owned()
        }
        (true, 1, Language::En) => "It is proven in the clause that it cites".to_owned(),
        (true, all, Language::Vi) => {
            format!("Cả {} số liệu đều đã được đối chiếu với điều khoản nêu ra", written(all))
        }
        (true, all, Language::En) => {
            format!("All {} are proven in the clauses that they cite", written(all))
        }
        (false, some, Language::Vi) => {
            format!("{} số liệu đã được đối chiếu với điều khoản nêu ra", written(some))
        }
        (false, some, Language::En) => {
            format!("{} of them proven in the clauses that they cite", written(some))
        }
    };
    let in_edition = proven
        .iter()
        .filter(|(plan, _)| portal.plan(*plan).text_grade == TextGrade::Edition)
        .count();
    let edition = pick(language, "trong bản biên tập của cổng", "in the portal’s own edition");
    // Of plans of both kinds the number is said.
    let (of_all, of_some) = match in_edition {
        0 => ("", String::new()),
        all if all == proven.len() => (edition, String::new()),
        some => ("", format!("{} {edition}", written(some))),
    };
    let uncertain =
        match (proven.iter().filter(|(_, statement)| statement.uncertain).count(), language) {
            (0, _) => String::new(),
            (some, Language::Vi) => format!("{} đọc chưa chắc chắn", written(some)),
            (some, Language::En) => format!("{} by an uncertain reading", written(some)),
        };
    spaced_by("; ", [spaced([&said, of_all]).as_str(), &of_some, &uncertain, &read, &aims])
}

pub fn and_more(more: usize, language: Language) -> String {
    match language {
        Language::Vi => format!("và {more} số liệu khác trên trang"),
        Language::En if more == 1 => "and one more figure on the page".to_owned(),
        Language::En => format!("and {more} more figures on the page"),
    }
}

pub fn count(number: usize, after: &str, language: Language) -> KeyFigure {
    KeyFigure {
        number: number::format(Decimal::from(number), language),
        after: after.to_owned(),
        ..KeyFigure::default()
    }
}

pub fn nouns(
    number: usize,
    language: Language,
    [vi, one, other]: [&'static str; 3],
) -> &'static str {
    pick(language, vi, if number == 1 { one } else { other })
}

/// The words for all of a picture's figures, where they stand alike in documents that are not in
/// force.
pub fn badge(
    mut statuses: impl Iterator<Item = PlanStatus>,
    language: Language,
) -> Option<&'static str> {
    let first = statuses.next()?;
    standing_words(first, language).filter(|_| statuses.all(|other| other == first))
}

pub fn standing_words(status: PlanStatus, language: Language) -> Option<&'static str> {
    match status {
        PlanStatus::Draft => Some(pick(language, "Dự thảo", "Draft")),
        PlanStatus::Superseded => Some(pick(language, "Đã được thay thế", "Superseded")),
        PlanStatus::Signed => None,
    }
}
