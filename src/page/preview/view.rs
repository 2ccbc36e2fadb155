//! What other sites show beside a link to a page: a picture with the page's subject, its title and
//! its key number.
//!
//! Only what the picture says is settled here, in the words of the page; `picture` draws it. A key
//! number is what the page leads with: the newest promise in force, with its comparator. Where a
//! page has many, it is how many.

use std::collections::BTreeMap;

use super::card::{KeyFigure, Preview, spaced_by};
use super::words::{
    and_more, badge, count, counted_figures, how_proven, key_figure, nouns, place_name, source,
    standing_words,
};
use crate::address::{Page, Route};
use crate::index::PortalIndex;
use crate::language::{Language, pick, text::upper_first};
use crate::page::parts::newest::{newest_first, newest_said};
use crate::portal::{
    Evidence, IndicatorIndex, PlaceIndex, PlanIndex, PlanStatus, Portal, Statement, status,
};
use crate::wording::{breakdown, clause_name, doubts, goal, in_sentence, lower_first, plan_name};

/// How many figures one picture holds.
const MOST_FIGURES: usize = 4;

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
