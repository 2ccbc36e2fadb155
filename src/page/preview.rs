//! What other sites show beside a link to a page: a picture with the page's subject, its title and
//! its key number.
//!
//! Only what the picture says is settled here, in the words of the page; `picture` draws it. A key
//! number is what the page leads with: the newest promise in force, with its comparator. Where a
//! page has many, it is how many.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::indicator_at_place::{newest_first, newest_said};
use crate::address::{Page, Route};
use crate::index::PortalIndex;
use crate::language::{Language, date::day_of_year, number, pick, text::upper_first};
use crate::portal::{
    DueDay, Evidence, Goal, Grades, IndicatorIndex, Measure, PlaceIndex, PlanIndex, PlanStatus,
    Portal, Statement, StatementIndex, StatementKind, TextGrade, cited, status,
};
use crate::wording::{
    breakdown, clause_name, doubts, goal, in_sentence, lower_first, period_of_result,
    period_of_target, plan_name, value,
};

/// The picture's width and height in pixels: what the sites that show it ask for.
pub const PREVIEW_SIZE: (u32, u32) = (1200, 630);

/// How many figures one picture holds.
const MOST_FIGURES: usize = 4;

/// What the picture says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Where the picture stands, from the site's root.
    pub path: String,
    /// Whom or what it is about; may be empty.
    pub subject: String,
    pub title: String,
    /// `Dự thảo`, where all of it is one.
    pub badge: Option<&'static str>,
    pub figures: Vec<KeyFigure>,
    /// What must be known to read the figures rightly; may be empty.
    pub note: String,
    /// The document that says so; may be empty.
    pub source: String,
    /// The portal's name.
    pub portal: String,
}

/// A figure in three pieces, as the page says it, so that the number can be drawn large.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyFigure {
    /// What tells it from the figures beside it; may be empty.
    pub label: String,
    /// `ít nhất`; or all of a goal that has no number: `hoàn thành`.
    pub before: String,
    /// `48,5%`; empty where there is none.
    pub number: String,
    /// `trường`; may be empty.
    pub after: String,
    /// `Mục tiêu đến năm 2030`; may be empty.
    pub time: String,
}

impl KeyFigure {
    /// The figure in one piece, as it stands on the page.
    pub fn value(&self) -> String {
        spaced([&self.before, &self.number, &self.after])
    }
}

impl Preview {
    /// All that the picture says, for who cannot see it.
    pub fn alt(&self) -> String {
        let figures: Vec<String> = self
            .figures
            .iter()
            .map(|figure| {
                let time = if figure.time.is_empty() {
                    String::new()
                } else {
                    format!(" ({})", lower_first(&figure.time))
                };
                let label = if figure.label.is_empty() {
                    String::new()
                } else {
                    format!("{}: ", figure.label)
                };
                format!("{label}{}{time}", figure.value())
            })
            .collect();
        let badge = self.badge.unwrap_or_default();
        let parts =
            [&self.subject, &self.title, &figures.join("; "), &self.note, badge, &self.source];
        let said: Vec<&str> = parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(|part| part.trim_end_matches('.'))
            .collect();
        said.join(". ") + "."
    }
}

/// The page whose picture stands for a page: its own, that of what it is about, or the portal's.
pub fn pictured(page: Page) -> Page {
    match page {
        Page::Place(_) | Page::Plan(_) | Page::Indicator(_) | Page::IndicatorAtPlace(..) => page,
        Page::IndicatorInProvince(indicator, _) => Page::Indicator(indicator),
        Page::ConflictsAt(place) | Page::Revisions(place) | Page::Levels(place) => {
            Page::Place(place)
        }
        _ => Page::Home,
    }
}

/// The page that a route shows, or the portal's own.
pub fn page_of(route: Route) -> Page {
    match route {
        Route::Page(_, page) => page,
        Route::Root | Route::NotFound => Page::Home,
    }
}

/// What the picture of a page says, or of the page that stands for it.
pub fn preview(portal: &Portal, index: &PortalIndex, language: Language, page: Page) -> Preview {
    let page = pictured(page);
    let blank = Preview {
        path: Route::Page(language, page).preview_path(portal),
        subject: String::new(),
        title: String::new(),
        badge: None,
        figures: Vec::new(),
        note: String::new(),
        source: String::new(),
        portal: portal.title.get(language).clone(),
    };
    match page {
        Page::Place(place) => of_place(portal, index, place, language, blank),
        Page::Plan(plan) => of_plan(portal, index, plan, language, blank),
        Page::Indicator(indicator) => of_indicator(portal, index, indicator, language, blank),
        Page::IndicatorAtPlace(indicator, place) => {
            of_indicator_at_place(portal, index, indicator, place, language, blank)
        }
        _ => of_portal(portal, index, language, blank),
    }
}

/// The newest promise in force, or else the newest aim, or the newest report: what the page's
/// sentence says.
fn of_indicator_at_place(
    portal: &Portal,
    index: &PortalIndex,
    indicator: IndicatorIndex,
    at: PlaceIndex,
    language: Language,
    blank: Preview,
) -> Preview {
    let said = said_of(portal, index, indicator, at);
    let shown = &said[..said.len().min(MOST_FIGURES)];
    let alone = said.len() == 1;
    let figures = shown
        .iter()
        .map(|statement| KeyFigure {
            label: upper_first(&label(portal, statement, alone, language)),
            ..key_figure(portal, statement, language)
        })
        .collect();
    let whole = |statement: &Statement| portal.subject(statement).denominator;
    let denominator = said.first().and_then(|first| {
        let words = first.denominator.as_ref()?;
        said.iter().all(|other| whole(other) == whole(first)).then_some(words)
    });
    let more = said.len() - shown.len();
    let note = match denominator {
        Some(words) => format!(
            "{} {}",
            pick(language, "Tính trên", "Measured against"),
            in_sentence(words.get(language))
        ),
        None if more > 0 => and_more(more, language),
        None => String::new(),
    };
    Preview {
        subject: place_name(portal, at, language),
        title: portal.indicator(indicator).name.get(language).clone(),
        badge: badge(said.iter().map(|statement| status(portal, statement)), language),
        figures,
        note: with_conflict(
            portal,
            index,
            shown,
            with_doubt(portal, shown, note, language),
            language,
        ),
        source: source(portal, &said, language),
        ..blank
    }
}

/// What a place says of an indicator; several figures only where none of them is for the whole, or
/// where two of a plan differ.
fn said_of<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    indicator: IndicatorIndex,
    at: PlaceIndex,
) -> Vec<&'portal Statement> {
    let statements: Vec<&Statement> =
        index.at(indicator, at).iter().map(|&position| portal.statement(position)).collect();
    let together = newest_said(portal, &newest_first(portal, &statements));
    let mut wholes: Vec<&Statement> = Vec::new();
    for statement in together.iter().filter(|statement| statement.breakdown.0.is_empty()) {
        if !wholes.iter().any(|known| {
            known.goal == statement.goal && portal.subject(known) == portal.subject(statement)
        }) {
            wholes.push(statement);
        }
    }
    if wholes.is_empty() { together } else { wholes }
}

/// What tells a figure of an indicator at a place from the others: its breakdown, what it is
/// measured against, or its clause.
fn label(portal: &Portal, statement: &Statement, alone: bool, language: Language) -> String {
    let part = breakdown(portal, &statement.breakdown, language);
    match (&statement.denominator, &statement.evidence) {
        _ if !part.is_empty() || alone => part,
        (Some(words), _) => words.get(language).clone(),
        (None, Evidence::Clause { plan, unit, .. }) => {
            clause_name(portal.plan(*plan), *unit, language)
        }
        (None, Evidence::Outside(_)) => String::new(),
    }
}

/// Place beside place while they are few, else how many there are.
fn of_indicator(
    portal: &Portal,
    index: &PortalIndex,
    indicator: IndicatorIndex,
    language: Language,
    blank: Preview,
) -> Preview {
    let mut places: Vec<PlaceIndex> = index.places_with(indicator).collect();
    places.sort_by_key(|&place| index.place_rank(place, language));
    let blank = Preview {
        subject: portal.topic(portal.indicator(indicator).topic).name.get(language).clone(),
        title: portal.indicator(indicator).name.get(language).clone(),
        ..blank
    };
    let name = |place: PlaceIndex| portal.place(place).name.get(language).as_str();
    if places.len() > MOST_FIGURES {
        let names: Vec<&str> = places.iter().take(MOST_FIGURES).map(|&place| name(place)).collect();
        let counted = count(places.len(), pick(language, "địa phương", "places"), language);
        return Preview {
            figures: vec![counted],
            note: format!("{} ...", names.join(", ")),
            ..blank
        };
    }
    let all: Vec<(PlaceIndex, Vec<&Statement>)> =
        places.into_iter().map(|place| (place, said_of(portal, index, indicator, place))).collect();
    let in_all: usize = all.iter().map(|(_, said)| said.len()).sum();
    let badge = badge(
        all.iter().flat_map(|(_, said)| said).map(|statement| status(portal, statement)),
        language,
    );
    let each = if in_all <= MOST_FIGURES {
        MOST_FIGURES
    } else {
        (MOST_FIGURES / all.len().max(1)).max(1)
    };
    let (mut figures, mut shown) = (Vec::new(), Vec::new());
    for (place, said) in &all {
        for &statement in said.iter().take(each) {
            shown.push(statement);
            let part = label(portal, statement, said.len() == 1, language);
            let mut figure = key_figure(portal, statement, language);
            figure.label = if part.is_empty() {
                name(*place).to_owned()
            } else {
                format!("{}, {part}", name(*place))
            };
            // A draft is called one beside the figures of signed plans.
            if let (None, Some(words)) =
                (badge, standing_words(status(portal, statement), language))
            {
                figure.time = if figure.time.is_empty() {
                    words.to_owned()
                } else {
                    format!("{} ({})", figure.time, lower_first(words))
                };
            }
            figures.push(figure);
        }
    }
    let more = in_all - figures.len();
    let note = if more > 0 { and_more(more, language) } else { String::new() };
    Preview { badge, figures, note: with_doubt(portal, &shown, note, language), ..blank }
}

/// A note, and before it which of the figures shown are uncertain readings or the readings of an
/// editor: beside a figure there is little room.
fn with_doubt(portal: &Portal, shown: &[&Statement], note: String, language: Language) -> String {
    if let [only] = shown {
        return spaced_by(". ", [upper_first(&doubts(only, language)).as_str(), &note]);
    }
    // Figures of which the same is to be said are named together.
    let mut doubted: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for statement in shown {
        let value =
            goal(portal, &portal.indicator(statement.indicator).measure, statement.goal, language);
        doubted.entry(doubts(statement, language)).or_default().push(value);
    }
    doubted.remove("");
    let said: Vec<String> = doubted
        .into_iter()
        .map(|(doubts, values)| format!("{}: {doubts}", values.join(", ")))
        .collect();
    spaced_by(". ", said.iter().map(String::as_str).chain([note.as_str()]))
}

/// A note, and before it that a figure shown is in conflict with another.
fn with_conflict(
    portal: &Portal,
    index: &PortalIndex,
    shown: &[&Statement],
    note: String,
    language: Language,
) -> String {
    if shown.iter().all(|statement| index.contradicted_by(portal, statement).is_none()) {
        return note;
    }
    let conflict = match shown.len() {
        1 => pick(language, "Mâu thuẫn với một mức khác", "In conflict with another figure"),
        _ => pick(language, "Mâu thuẫn giữa các mức", "Figures in conflict"),
    };
    spaced_by(". ", [conflict, &note])
}

/// How much the plans of a place promise, and whether it is proven.
fn of_place(
    portal: &Portal,
    index: &PortalIndex,
    at: PlaceIndex,
    language: Language,
    blank: Preview,
) -> Preview {
    let place = portal.place(at);
    let mut plans: Vec<PlanIndex> = index.plans_of(at).to_vec();
    if plans.iter().any(|&plan| portal.plan(plan).status != PlanStatus::Superseded) {
        plans.retain(|&plan| portal.plan(plan).status != PlanStatus::Superseded);
    }
    let statements = index.of_place(at);
    let badge = badge(plans.iter().map(|&plan| portal.plan(plan).status), language);
    let drafts =
        plans.iter().filter(|&&plan| portal.plan(plan).status == PlanStatus::Draft).count();
    let subject = place.parent.map_or_else(
        || pick(language, "Kế hoạch và mục tiêu", "Plans and targets").to_owned(),
        |parent| place_name(portal, parent, language),
    );
    let blank = Preview { subject, title: place.full_name.get(language).clone(), badge, ..blank };
    if plans.is_empty() {
        return Preview {
            note: pick(language, "Chưa có kế hoạch nào trên cổng", "No plan on the portal yet")
                .to_owned(),
            ..blank
        };
    }
    let mut in_plans =
        count(plans.len(), nouns(plans.len(), language, ["kế hoạch", "plan", "plans"]), language);
    if drafts > 0 && badge.is_none() {
        in_plans.after = match language {
            Language::Vi => format!("{} ({drafts} dự thảo)", in_plans.after),
            Language::En => format!("{} ({drafts} in draft)", in_plans.after),
        };
    }
    let due = index
        .unreported()
        .iter()
        .filter(|&&statement| portal.statement(statement).place == at)
        .count();
    let unreported = (due > 0).then(|| {
        count(
            due,
            pick(language, "mục đến hạn, chưa có báo cáo", "due, not reported yet"),
            language,
        )
    });
    Preview {
        figures: [Some(counted_figures(statements.len(), language)), Some(in_plans), unreported]
            .into_iter()
            .flatten()
            .collect(),
        note: how_proven(portal, statements, language),
        ..blank
    }
}

fn of_plan(
    portal: &Portal,
    index: &PortalIndex,
    at: PlanIndex,
    language: Language,
    blank: Preview,
) -> Preview {
    let plan = portal.plan(at);
    let statements = index.of_plan(at);
    Preview {
        subject: plan_name(plan, language),
        title: plan.title.get(language).clone(),
        badge: badge([plan.status].into_iter(), language),
        figures: if statements.is_empty() {
            Vec::new()
        } else {
            vec![counted_figures(statements.len(), language)]
        },
        note: how_proven(portal, statements, language),
        source: spaced_by(", ", [plan.issuer.get(language).as_str(), &plan.date.short(language)]),
        ..blank
    }
}

fn of_portal(portal: &Portal, index: &PortalIndex, language: Language, blank: Preview) -> Preview {
    let (proven, plans, places) = (index.grades().proven, portal.plans.len(), portal.places.len());
    let figures = vec![
        count(
            proven,
            pick(
                language,
                "số liệu đã đối chiếu với điều khoản",
                "figures proven in their clauses",
            ),
            language,
        ),
        count(plans, nouns(plans, language, ["kế hoạch", "plan", "plans"]), language),
        count(places, nouns(places, language, ["địa phương", "place", "places"]), language),
    ];
    Preview {
        title: portal.title.get(language).clone(),
        figures: if proven > 0 { figures } else { Vec::new() },
        note: portal.description.get(language).clone(),
        portal: portal.publisher.get(language).clone(),
        ..blank
    }
}

/// A statement's figure with its period; its label is the caller's.
fn key_figure(portal: &Portal, statement: &Statement, language: Language) -> KeyFigure {
    let measure = &portal.indicator(statement.indicator).measure;
    let [before, number, after] = pieces(
        value(portal, statement, language),
        &written_number(measure, statement.goal, language),
    );
    KeyFigure { label: String::new(), before, number, after, time: time(statement, language) }
}

/// The number of a goal as [`goal`] writes it; empty where it has none.
fn written_number(measure: &Measure, said: Goal, language: Language) -> String {
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
fn pieces(said: String, number: &str) -> [String; 3] {
    match said.split_once(number).filter(|_| !number.is_empty()) {
        Some((before, after)) => {
            [before.trim().to_owned(), number.to_owned(), after.trim().to_owned()]
        }
        None => [said, String::new(), String::new()],
    }
}

/// What kind of figure it is, and when: `Mục tiêu đến năm 2030`, `Result in 2025`.
fn time(statement: &Statement, language: Language) -> String {
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
fn source(portal: &Portal, said: &[&Statement], language: Language) -> String {
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
fn place_name(portal: &Portal, at: PlaceIndex, language: Language) -> String {
    let place = portal.place(at);
    let parent = place.parent.map_or("", |parent| portal.place(parent).name.get(language));
    spaced_by(", ", [place.full_name.get(language).as_str(), parent])
}

/// How many figures the page has, as it counts them itself.
fn counted_figures(figures: usize, language: Language) -> KeyFigure {
    count(figures, nouns(figures, language, ["số liệu", "figure", "figures"]), language)
}

/// How many of the figures are proven, in which text, and how many of these could hardly be read;
/// how many are read by an editor, and how many are aims. The rest is reported outside the plans.
fn how_proven(portal: &Portal, statements: &[StatementIndex], language: Language) -> String {
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

fn and_more(more: usize, language: Language) -> String {
    match language {
        Language::Vi => format!("và {more} số liệu khác trên trang"),
        Language::En if more == 1 => "and one more figure on the page".to_owned(),
        Language::En => format!("and {more} more figures on the page"),
    }
}

fn count(number: usize, after: &str, language: Language) -> KeyFigure {
    KeyFigure {
        number: number::format(Decimal::from(number), language),
        after: after.to_owned(),
        ..KeyFigure::default()
    }
}

fn nouns(number: usize, language: Language, [vi, one, other]: [&'static str; 3]) -> &'static str {
    pick(language, vi, if number == 1 { one } else { other })
}

/// The words for all of a picture's figures, where they stand alike in documents that are not in
/// force.
fn badge(
    mut statuses: impl Iterator<Item = PlanStatus>,
    language: Language,
) -> Option<&'static str> {
    let first = statuses.next()?;
    standing_words(first, language).filter(|_| statuses.all(|other| other == first))
}

fn standing_words(status: PlanStatus, language: Language) -> Option<&'static str> {
    match status {
        PlanStatus::Draft => Some(pick(language, "Dự thảo", "Draft")),
        PlanStatus::Superseded => Some(pick(language, "Đã được thay thế", "Superseded")),
        PlanStatus::Signed => None,
    }
}

fn spaced<'text>(
    parts: impl IntoIterator<Item = &'text (impl AsRef<str> + ?Sized + 'text)>,
) -> String {
    spaced_by(" ", parts.into_iter().map(AsRef::as_ref))
}

fn spaced_by<'text>(between: &str, parts: impl IntoIterator<Item = &'text str>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::{Bound, Comparator, Period, sample};

    fn of(portal: &Portal, language: Language, page: Page) -> Preview {
        preview(portal, &PortalIndex::new(portal), language, page)
    }

    fn decimal(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    #[test]
    fn the_key_number_is_what_the_page_leads_with() {
        let portal = sample::portal();
        let nursery = |place, language| {
            of(&portal, language, Page::IndicatorAtPlace(IndicatorIndex(0), PlaceIndex(place)))
        };
        let vi = nursery(0, Language::Vi);
        assert_eq!(vi.path, "vi/dia-phuong/lang-son/chi-tieu/nursery-enrolment.card.png");
        assert_eq!(
            (vi.subject.as_str(), vi.title.as_str(), vi.badge),
            ("Tỉnh Lạng Sơn", "Tỷ lệ huy động trẻ nhà trẻ", None)
        );
        assert_eq!(vi.figures.len(), 1);
        assert_eq!(
            (vi.figures[0].number.as_str(), vi.figures[0].time.as_str()),
            ("48,5%", "Mục tiêu đến năm 2030")
        );
        assert_eq!(vi.source, "Kế hoạch 243/KH-UBND, mục II.1");
        assert_eq!(
            nursery(0, Language::En).alt(),
            "Lang Son Province. Nursery enrolment rate. 48.5% (target by 2030). Plan 243/KH-UBND, section II.1."
        );
        assert_eq!(nursery(2, Language::Vi).badge, Some("Dự thảo"));
    }

    #[test]
    fn the_pieces_of_a_figure_are_the_words_of_the_page() {
        let portal = sample::portal();
        let value = |comparator, value: &str| Goal::Value { comparator, value: decimal(value) };
        let goals = [
            value(Comparator::AtLeast, "48.5"),
            value(Comparator::Reach, "-8.0"),
            value(Comparator::IncreaseBy(Bound::AtLeast), "3"),
            Goal::between(decimal("35"), decimal("40")),
            Goal::Before(DueDay::EveryYear { month: 12, day: 10 }),
            Goal::Complete,
            Goal::Maintain,
        ];
        for language in Language::ALL {
            for indicator in &portal.indicators {
                for said in goals {
                    let whole = goal(&portal, &indicator.measure, said, language);
                    let number = written_number(&indicator.measure, said, language);
                    let [before, found, after] = pieces(whole.clone(), &number);
                    assert_eq!(found, number);
                    assert_eq!(
                        KeyFigure { before, number: found, after, ..KeyFigure::default() }.value(),
                        whole
                    );
                }
            }
        }
        let due = pieces("trước ngày 10/12 hằng năm".to_owned(), "10/12");
        assert_eq!(due, ["trước ngày", "10/12", "hằng năm"]);
    }

    #[test]
    fn breakdowns_stand_side_by_side_with_their_names() {
        let portal = sample::portal();
        let shown =
            of(&portal, Language::Vi, Page::IndicatorAtPlace(IndicatorIndex(2), PlaceIndex(0)));
        let figures: Vec<(&str, String)> =
            shown.figures.iter().map(|figure| (figure.label.as_str(), figure.value())).collect();
        assert_eq!(
            figures,
            [("Tiểu học", "99,5%".to_owned()), ("Trung học cơ sở", "ít nhất 95%".to_owned())]
        );
    }

    #[test]
    fn two_figures_of_one_plan_that_differ_are_both_shown_with_their_clauses() {
        let mut portal = sample::portal();
        let first = portal
            .statements
            .iter()
            .find(|statement| statement.place == PlaceIndex(2))
            .cloned()
            .expect("one");
        let goal = Goal::Value { comparator: Comparator::AtLeast, value: decimal("60") };
        portal.statements.push(Statement { id: "again".to_owned(), goal, ..first.clone() });
        let shown =
            of(&portal, Language::Vi, Page::IndicatorAtPlace(first.indicator, PlaceIndex(2)));
        assert_eq!(shown.figures.len(), 2);
        assert!(shown.figures.iter().all(|figure| !figure.label.is_empty()), "{:?}", shown.figures);
    }

    #[test]
    fn a_milestone_and_what_has_no_time_are_said_as_they_are() {
        let portal = sample::portal();
        let milestone = portal
            .statements
            .iter()
            .find(|statement| statement.goal == Goal::Maintain)
            .expect("a milestone");
        let shown = key_figure(&portal, milestone, Language::Vi);
        assert_eq!(
            (shown.before.as_str(), shown.number.as_str(), shown.time.as_str()),
            ("duy trì", "", "Mục tiêu giai đoạn 2021–2025")
        );
        let timeless = Statement { period: Period::None, ..milestone.clone() };
        assert_eq!(
            key_figure(&portal, &timeless, Language::Vi).time,
            "Mục tiêu, kế hoạch không nêu thời hạn"
        );
        let result =
            Statement { kind: StatementKind::Result, period: Period::None, ..milestone.clone() };
        assert_eq!(key_figure(&portal, &result, Language::En).time, "Result");
    }

    #[test]
    fn a_conflict_is_said_beneath_the_figures() {
        let mut portal = sample::portal();
        let first = portal
            .statements
            .iter()
            .find(|statement| statement.id == "nursery-enrolment-2030")
            .cloned()
            .expect("one");
        let goal = Goal::Value { comparator: Comparator::AtMost, value: decimal("40") };
        portal.statements.push(Statement { id: "again".to_owned(), goal, ..first.clone() });
        let shown = of(&portal, Language::Vi, Page::IndicatorAtPlace(first.indicator, first.place));
        assert!(shown.note.starts_with("Mâu thuẫn giữa các mức"), "{shown:?}");
    }

    #[test]
    fn an_uncertain_reading_is_said_beneath_the_figures() {
        let mut portal = sample::portal();
        let at = portal
            .statements
            .iter()
            .position(|statement| statement.id == "nursery-enrolment-2030")
            .expect("one");
        portal.statements[at].uncertain = true;
        let index = PortalIndex::new(&portal);
        let (indicator, place) = (portal.statements[at].indicator, portal.statements[at].place);
        let of = |page: Page| preview(&portal, &index, Language::Vi, page);
        let alone = of(Page::IndicatorAtPlace(indicator, place));
        assert!(
            alone.note.starts_with("Đọc chưa chắc chắn")
                && alone.alt().contains("Đọc chưa chắc chắn"),
            "{alone:?}"
        );
        let beside = of(Page::Indicator(indicator));
        assert!(beside.note.contains("48,5%: đọc chưa chắc chắn"), "{beside:?}");
    }

    #[test]
    fn the_reading_of_an_editor_and_an_aim_are_called_so() {
        let mut portal = sample::portal();
        let at = portal
            .statements
            .iter()
            .position(|statement| statement.id == "nursery-enrolment-2030")
            .expect("one");
        portal.statements[at] = sample::read_by_editor(portal.statements[at].clone());
        let aim = portal
            .statements
            .iter()
            .position(|statement| statement.id == "standard-schools-2030")
            .expect("one");
        portal.statements[aim].kind = StatementKind::Aim;
        let of = |page: Page| of(&portal, Language::En, page);
        let (indicator, place) = (portal.statements[at].indicator, portal.statements[at].place);
        assert!(of(Page::IndicatorAtPlace(indicator, place)).note.starts_with("Read by an editor"));
        let counts = of(Page::Plan(PlanIndex(1))).note;
        assert!(
            counts.starts_with("5 of them proven in the clauses that they cite")
                && counts.ends_with("; 1 read by an editor; 1 aim"),
            "{counts}"
        );
        let shown = of(Page::IndicatorAtPlace(
            portal.statements[aim].indicator,
            portal.statements[aim].place,
        ));
        assert_eq!(shown.figures[0].time, "Aim by 2030");
    }

    #[test]
    fn an_indicator_shows_place_beside_place_and_calls_a_draft_one() {
        let portal = sample::portal();
        let shown = of(&portal, Language::Vi, Page::Indicator(IndicatorIndex(0)));
        assert_eq!(shown.badge, None);
        let draft =
            shown.figures.iter().find(|figure| figure.label == "Cao Bằng").expect("the draft's");
        assert!(draft.time.ends_with("(dự thảo)"), "{}", draft.time);
        assert!(
            shown
                .figures
                .iter()
                .filter(|figure| figure.label != "Cao Bằng")
                .all(|figure| !figure.time.contains("dự thảo"))
        );
    }

    #[test]
    fn places_and_plans_count_their_figures_as_their_pages_do() {
        let portal = sample::portal();
        let place = of(&portal, Language::En, Page::Place(PlaceIndex(0)));
        assert_eq!(place.title, "Lang Son Province");
        let all = PortalIndex::new(&portal).of_place(PlaceIndex(0)).to_vec();
        assert_eq!(
            (place.figures[0].number.as_str(), place.figures[0].after.as_str()),
            (all.len().to_string().as_str(), "figures")
        );
        let proven =
            all.iter().filter(|&&statement| cited(portal.statement(statement)).is_some()).count();
        assert!(
            place.note.starts_with(&if proven == all.len() {
                format!("All {proven} are")
            } else {
                format!("{proven} of them proven")
            }),
            "{}",
            place.note
        );
        assert!(place.note.ends_with("in the portal’s own edition"), "{}", place.note);
        let plan = of(&portal, Language::Vi, Page::Plan(PlanIndex(1)));
        assert_eq!(
            (plan.subject.as_str(), plan.figures[0].after.as_str()),
            ("Kế hoạch 243/KH-UBND", "số liệu")
        );
        let mut portal = portal;
        let cited_ones: Vec<usize> = (0..portal.statements.len())
            .filter(|&at| {
                cited(&portal.statements[at]).is_some_and(|(plan, _)| plan == PlanIndex(1))
            })
            .collect();
        portal.statements[cited_ones[0]].uncertain = true;
        let plan = of(&portal, Language::Vi, Page::Plan(PlanIndex(1)));
        assert!(
            plan.note.ends_with("bản biên tập của cổng; 1 đọc chưa chắc chắn"),
            "{}",
            plan.note
        );
    }

    #[test]
    fn a_page_without_a_picture_shows_that_of_what_it_is_about() {
        assert_eq!(pictured(Page::Levels(PlaceIndex(1))), Page::Place(PlaceIndex(1)));
        assert_eq!(
            pictured(Page::IndicatorInProvince(IndicatorIndex(1), PlaceIndex(0))),
            Page::Indicator(IndicatorIndex(1))
        );
        assert_eq!(pictured(Page::Search), Page::Home);
    }
}
