//! What can be found: places, topics, plans, indicators, statements, terms and clauses, each with
//! its words and the address of the very anchor where it stands.
//!
//! Documents come kind by kind, and in each kind place by place and plan by plan, so that a kind, a
//! place with its communes, and a plan are stretches of numbers.

use std::cmp::Reverse;

use super::pages;
use crate::address::{Page, Route, statement_url, term_anchors};
use crate::index::PortalIndex;
use crate::language::{Language, pick};
use crate::portal::{
    Block, Clause, ClauseIndex, ClauseKind, Evidence, IndicatorIndex, ListItem, PlaceIndex, Plan,
    PlanIndex, PlanStatus, PlanText, Portal, TopicIndex, UnitIndex,
};
use crate::theme::Theme;
use crate::wording::{self, sentence};

/// What is found. The order is that of the numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Place,
    Topic,
    Plan,
    Indicator,
    Statement,
    Term,
    Page,
    Clause,
}

impl Kind {
    pub const ALL: [Kind; 8] = [
        Kind::Place,
        Kind::Topic,
        Kind::Plan,
        Kind::Indicator,
        Kind::Statement,
        Kind::Term,
        Kind::Page,
        Kind::Clause,
    ];

    /// The name in the index and in the search page's address.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Place => "place",
            Kind::Topic => "topic",
            Kind::Plan => "plan",
            Kind::Indicator => "indicator",
            Kind::Statement => "statement",
            Kind::Term => "term",
            Kind::Page => "page",
            Kind::Clause => "clause",
        }
    }
}

/// One result.
#[derive(Clone, Debug)]
pub struct Document {
    pub kind: Kind,
    /// From the site's root, with the anchor.
    pub url: String,
    /// The words of the link.
    pub title: String,
    /// Where it stands: `Lạng Sơn · Kế hoạch 243/KH-UBND · mục II.1`.
    pub context: String,
    /// The sentence that is shown with the hit marked.
    pub text: String,
    /// Found by, but not shown: the name in the other language, a definition, the heading above.
    pub also: Vec<String>,
    pub place: Option<PlaceIndex>,
    pub plan: Option<PlanIndex>,
    pub topics: Vec<TopicIndex>,
    /// Whether it is found by its title; a piece of a text stands under the title of another.
    pub titled: bool,
    /// Whether its text only repeats what stands elsewhere, and is better found there.
    pub repeats: bool,
    /// Whether it comes from a plan that is not signed yet.
    pub draft: bool,
}

impl Document {
    pub fn new(kind: Kind, url: String, title: impl Into<String>) -> Document {
        Document {
            kind,
            url,
            title: title.into(),
            context: String::new(),
            text: String::new(),
            also: Vec::new(),
            place: None,
            plan: None,
            topics: Vec::new(),
            titled: true,
            repeats: false,
            draft: false,
        }
    }
}

/// Hands on every document in the order of its number.
pub fn each(
    portal: &Portal,
    index: &PortalIndex,
    theme: &Theme,
    language: Language,
    mut found: impl FnMut(Document),
) {
    let path = |page: Page| Route::Page(language, page).path(portal);
    for position in 0..portal.places.len() {
        found(place(portal, PlaceIndex(position), language));
    }
    for (position, topic) in portal.topics.iter().enumerate() {
        let url = format!("{}#{}", path(Page::Indicators), topic.slug);
        found(Document {
            topics: vec![TopicIndex(position)],
            also: vec![topic.name.get(language.other()).clone()],
            ..Document::new(Kind::Topic, url, topic.name.get(language))
        });
    }
    for position in 0..portal.plans.len() {
        found(plan(portal, index, theme, PlanIndex(position), language));
    }
    for position in often_stated_first(portal) {
        let indicator = portal.indicator(IndicatorIndex(position));
        found(Document {
            context: portal.topic(indicator.topic).name.get(language).clone(),
            text: indicator.definition.get(language).clone(),
            also: vec![indicator.name.get(language.other()).clone()],
            topics: vec![indicator.topic],
            ..Document::new(
                Kind::Indicator,
                path(Page::Indicator(IndicatorIndex(position))),
                indicator.name.get(language),
            )
        });
    }
    statements(portal, language, &mut found);
    let glossary = path(Page::Glossary);
    for (term, anchor) in portal.glossary.iter().zip(term_anchors(portal)) {
        let note = term.note.as_ref().map(|note| note.get(language).clone());
        found(Document {
            context: [Some(term.name.get(language.other())), term.abbreviation.as_ref()]
                .into_iter()
                .flatten()
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join(" · "),
            text: [term.full.clone(), note].into_iter().flatten().collect::<Vec<_>>().join(". "),
            ..Document::new(Kind::Term, format!("{glossary}#{anchor}"), term.name.get(language))
        });
    }
    pages::each(portal, index, theme, language, &mut found);
    clauses(portal, language, &mut found);
}

/// The indicators in the order of how many statements there are of them: of several that a query
/// fits alike, the one that most is said of is the likeliest to be meant, and what has the lower
/// number comes first.
fn often_stated_first(portal: &Portal) -> Vec<usize> {
    let mut stated = vec![0_usize; portal.indicators.len()];
    portal.statements.iter().for_each(|statement| stated[statement.indicator.0] += 1);
    let mut order: Vec<usize> = (0..stated.len()).collect();
    order.sort_by_key(|&position| (Reverse(stated[position]), position));
    order
}

fn place(portal: &Portal, index: PlaceIndex, language: Language) -> Document {
    let place = portal.place(index);
    let parent = place.parent.map(|parent| portal.place(parent).full_name.get(language).clone());
    let mut text: Vec<&str> = vec![place.full_name.get(language)];
    text.extend(place.former_names.iter().map(String::as_str));
    text.extend(place.facts.iter().map(|fact| fact.text.get(language).as_str()));
    Document {
        context: [parent, place.region.as_ref().map(|region| region.get(language).clone())]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
        text: text.join(". "),
        also: vec![place.full_name.get(language).clone(), place.name.get(language.other()).clone()],
        place: Some(index),
        ..Document::new(
            Kind::Place,
            Route::Page(language, Page::Place(index)).path(portal),
            place.name.get(language),
        )
    }
}

/// A plan is asked for by what stands beside its text too: who signed it, and when; and as the
/// newest of its place.
fn plan(
    portal: &Portal,
    index: &PortalIndex,
    theme: &Theme,
    at: PlanIndex,
    language: Language,
) -> Document {
    let plan = portal.plan(at);
    let attribute = |key: &str, value: &str| {
        format!("{}: {value}", theme.strings.get(language).get(key).map_or("", String::as_str))
    };
    let signer = plan.signer.as_ref().map(|signer| {
        attribute("signer", &format!("{}, {}", signer.name, signer.role.get(language)))
    });
    let date = plan.date.long(language);
    let newest =
        index.plans_of(plan.place).iter().all(|&other| portal.plan(other).date <= plan.date);
    let known_as = [
        Some(plan.title.get(language).as_str()),
        Some(plan.issuer.get(language)),
        plan.signer.as_ref().map(|signer| signer.name.as_str()),
        Some(&date),
        (plan.status == PlanStatus::Draft).then(|| pick(language, "dự thảo", "draft")),
        newest.then(|| pick(language, "mới nhất", "newest, latest")),
    ];
    Document {
        context: portal.place(plan.place).name.get(language).clone(),
        also: known_as.into_iter().flatten().map(str::to_owned).collect(),
        text: [Some(plan.title.get(language).clone()), signer, Some(attribute("date", &date))]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(". "),
        place: Some(plan.place),
        plan: Some(at),
        draft: plan.status == PlanStatus::Draft,
        ..Document::new(
            Kind::Plan,
            Route::Page(language, Page::Plan(at)).path(portal),
            wording::plan_name(plan, language),
        )
    }
}

/// The statements place by place; the portal has them plan by plan, in the order of the places, and
/// those from outside the plans last.
fn statements(portal: &Portal, language: Language, found: &mut impl FnMut(Document)) {
    let mut order: Vec<usize> = (0..portal.statements.len()).collect();
    let cited = |position: usize| match portal.statements[position].evidence {
        Evidence::Clause { plan, .. } => plan,
        Evidence::Outside(_) => PlanIndex(usize::MAX),
    };
    order.sort_by_key(|&position| (portal.statements[position].place, cited(position), position));
    for position in order {
        let statement = &portal.statements[position];
        let mut document = Document {
            place: Some(statement.place),
            also: vec![
                portal
                    .topic(portal.indicator(statement.indicator).topic)
                    .name
                    .get(language)
                    .clone(),
            ],
            topics: vec![portal.indicator(statement.indicator).topic],
            ..Document::new(
                Kind::Statement,
                statement_url(portal, statement, language),
                sentence(portal, statement, language),
            )
        };
        match &statement.evidence {
            Evidence::Clause { plan: index, unit, quote, .. } => {
                let plan = portal.plan(*index);
                document.context = format!(
                    "{} · {}",
                    wording::plan_name(plan, language),
                    wording::clause_name(plan, *unit, language)
                );
                document.text = quote.get(language).text.clone();
                document.plan = Some(*index);
                document.draft = plan.status == PlanStatus::Draft;
            }
            Evidence::Outside(source) => document.context = source.title.get(language).clone(),
        }
        found(document);
    }
}

/// The topics of the statements that are proven in each unit of each plan.
fn topics_of_units(portal: &Portal) -> Vec<Vec<(UnitIndex, TopicIndex)>> {
    let mut topics: Vec<Vec<(UnitIndex, TopicIndex)>> = vec![Vec::new(); portal.plans.len()];
    for statement in &portal.statements {
        if let Evidence::Clause { plan, unit, .. } = statement.evidence {
            topics[plan.0].push((unit, portal.indicator(statement.indicator).topic));
        }
    }
    for of_plan in &mut topics {
        of_plan.sort_unstable();
        of_plan.dedup();
    }
    topics
}

fn clauses(portal: &Portal, language: Language, found: &mut impl FnMut(Document)) {
    let topics = topics_of_units(portal);
    for (position, plan) in portal.plans.iter().enumerate() {
        let index = PlanIndex(position);
        let mut pieces = Pieces {
            plan,
            text: plan.text.get(language),
            language,
            page: Route::Page(language, Page::Plan(index)).path(portal),
            around: format!(
                "{} · {}",
                portal.place(plan.place).name.get(language),
                wording::plan_name(plan, language)
            ),
            topics: &topics[position],
            heading: String::new(),
            like: Document {
                place: Some(plan.place),
                plan: Some(index),
                draft: plan.status == PlanStatus::Draft,
                ..Document::new(Kind::Clause, String::new(), "")
            },
            found,
        };
        for clause in 0..pieces.text.clauses.len() {
            pieces.clause(ClauseIndex(clause));
        }
    }
}

/// The pieces of one plan's text.
struct Pieces<'portal, Found> {
    plan: &'portal Plan,
    text: &'portal PlanText,
    language: Language,
    page: String,
    /// The place and the plan.
    around: String,
    topics: &'portal [(UnitIndex, TopicIndex)],
    /// The heading that the pieces stand under.
    heading: String,
    /// What all pieces share.
    like: Document,
    found: &'portal mut Found,
}

impl<Found: FnMut(Document)> Pieces<'_, Found> {
    fn clause(&mut self, index: ClauseIndex) {
        let text = self.text;
        let clause = text.clause(index);
        if clause.kind == ClauseKind::Closing {
            return; // Recipients and signatures.
        }
        self.heading = heading(text, clause).to_owned();
        if let Some(head) = clause.head {
            self.piece(clause, &text.unit(head).anchor, &[head], clause.is_heading);
        }
        for block in &clause.blocks {
            match block {
                Block::Paragraph(unit) => {
                    self.piece(clause, &text.unit(*unit).anchor, &[*unit], false)
                }
                Block::List(items) => self.list(clause, items),
                // A row says what its cells do not.
                Block::Table(table) => table
                    .rows
                    .iter()
                    .for_each(|row| self.piece(clause, &row.anchor, &row.cells, false)),
            }
        }
    }

    fn list(&mut self, clause: &Clause, items: &[ListItem]) {
        for item in items {
            self.piece(clause, &self.text.unit(item.unit).anchor, &[item.unit], false);
            self.list(clause, &item.children);
        }
    }

    fn piece(&mut self, clause: &Clause, anchor: &str, units: &[UnitIndex], is_heading: bool) {
        let Some(&first) = units.first() else { return };
        let words: Vec<&str> = units
            .iter()
            .map(|&unit| self.text.unit(unit).text.as_str())
            .filter(|text| !text.is_empty())
            .collect();
        if words.is_empty() {
            return;
        }
        let words = words.join(" | ");
        let cited = units.iter().flat_map(|unit| {
            let start = self.topics.partition_point(|(known, _)| known < unit);
            self.topics[start..]
                .iter()
                .take_while(move |(known, _)| known == unit)
                .map(|&(_, topic)| topic)
        });
        let mut topics: Vec<TopicIndex> = cited.collect();
        topics.sort_unstable();
        topics.dedup();
        let name = wording::clause_name(self.plan, first, self.language);
        let (title, text, also) = match (is_heading, self.heading.is_empty()) {
            (true, _) => {
                (format!("{} {words}", clause.label).trim().to_owned(), String::new(), Vec::new())
            }
            (false, true) => (name.clone(), words, Vec::new()),
            // The title is what stands above, and is not what is found.
            (false, false) => (self.heading.clone(), words, vec![self.heading.clone()]),
        };
        (self.found)(Document {
            url: format!("{}#{anchor}", self.page),
            title,
            context: format!("{} · {name}", self.around),
            text,
            also,
            topics,
            titled: is_heading,
            ..self.like.clone()
        });
    }
}

/// The nearest heading at or above a clause.
fn heading<'text>(text: &'text PlanText, clause: &'text Clause) -> &'text str {
    let mut at = Some(clause);
    while let Some(clause) = at {
        if let Some(head) = clause.head.filter(|_| clause.is_heading) {
            return &text.unit(head).text;
        }
        at = clause.parent.map(|parent| text.clause(parent));
    }
    ""
}
