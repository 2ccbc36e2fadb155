//! A plan: what the document says of itself, its whole text with every proven figure marked, and
//! the list of its figures.

use serde::Serialize;

use super::corrections::{self, CorrectionView};
use super::evidence::{Coverage, UncoveredView, coverage, uncovered};
use super::lineage::{self, LineageView};
use super::marked_words::{Badge, Mark, Marks};
use super::markup::safe_address;
use super::plan_text::{self, Ways};
use super::row::{Link, PlanLine, Row, plan_line, row, status_name};
use super::shell::Day;
use crate::address::{Page, Route, has_sides, relative, statement_href};
use crate::index::PortalIndex;
use crate::language::Language;
use crate::portal::{
    ClauseIndex, Evidence, Plan, PlanIndex, PlanStatus, Portal, Statement, StatementKind,
    TextGrade, UnitIndex, cited,
};
use crate::wording::{
    aim_badge, breakdown, period, plan_name, read_by_editor, read_by_editor_badge, uncertain_badge,
};

#[derive(Debug, Serialize)]
pub struct PlanView<'portal> {
    pub name: String,
    pub title: &'portal str,
    pub number: Option<&'portal str>,
    pub document_type: &'portal str,
    pub issuer: &'portal str,
    pub date: Day,
    pub signer: Option<SignerView<'portal>>,
    pub status: &'static str,
    /// `edition`, `official`.
    pub text_grade: &'static str,
    pub original: Option<OriginalView<'portal>>,
    pub lineage: LineageView<'portal>,
    /// The plans that replace it; newest first.
    pub replaced_by: Vec<PlanLine<'portal>>,
    /// Notes on the whole document.
    pub notes: Vec<&'portal str>,
    pub corrections: Vec<CorrectionView<'portal>>,
    pub place: Link<'portal>,
    pub parent: Option<Link<'portal>>,
    pub contents: Vec<ContentsLine<'portal>>,
    /// HTML.
    pub text: String,
    pub figures: Vec<PlanRow<'portal>>,
    pub deadlines: Vec<Row<'portal>>,
    /// The page with both languages, where it has both.
    pub sides_href: Option<String>,
    /// Whether its text stands here in Vietnamese, for want of an English one.
    pub pending: bool,
    /// The code of the language of the text.
    pub text_language: &'static str,
    pub coverage: Coverage,
    /// The figures of the text that no statement rests on.
    pub uncovered: Vec<UncoveredView<'portal>>,
}

#[derive(Debug, Serialize)]
pub struct SignerView<'portal> {
    pub name: &'portal str,
    pub role: &'portal str,
}

#[derive(Debug, Serialize)]
pub struct OriginalView<'portal> {
    /// The way to the document that costs one click: itself, its copy, the page that it is posted
    /// on, its words.
    pub nearest: Option<String>,
    pub url: Option<&'portal str>,
    /// The page that it is posted on.
    pub page: Option<&'portal str>,
    /// Its copy in this site.
    pub file: Option<String>,
    /// The signed text as text, where it is published.
    pub text: Option<String>,
    pub sha256: Option<&'portal str>,
    pub posted: Option<Day>,
    pub description: &'portal str,
}

/// A line of the table of contents.
#[derive(Debug, Serialize)]
pub struct ContentsLine<'portal> {
    pub depth: u8,
    pub anchor: &'portal str,
    pub label: &'portal str,
    pub text: &'portal str,
}

/// A figure of the plan; the first of each unit can be linked to.
#[derive(Debug, Serialize)]
pub struct PlanRow<'portal> {
    pub id: Option<String>,
    #[serde(flatten)]
    pub row: Row<'portal>,
}

/// A longer table of contents keeps to the outermost clauses.
const LONGEST_CONTENTS: usize = 40;

pub fn view<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    at: PlanIndex,
    language: Language,
    path: &str,
) -> PlanView<'portal> {
    let plan = portal.plan(at);
    let to = |page: Page| relative(path, &Route::Page(language, page).path(portal));
    let place_link =
        |place| Link { name: portal.place(place).name.get(language), href: to(Page::Place(place)) };
    let statements = in_order(portal, index, at);
    let twin = relative(path, &Route::Page(language.other(), Page::Plan(at)).path(portal));
    let sides = has_sides(portal, at).then(|| to(Page::Sides(at)));
    PlanView {
        name: plan_name(plan, language),
        title: plan.title.get(language),
        number: plan.number.as_deref(),
        document_type: plan.document_type.get(language),
        issuer: plan.issuer.get(language),
        date: Day::new(plan.date, language),
        signer: plan
            .signer
            .as_ref()
            .map(|signer| SignerView { name: &signer.name, role: signer.role.get(language) }),
        status: status_name(plan.status),
        text_grade: match plan.text_grade {
            TextGrade::Edition => "edition",
            TextGrade::Official => "official",
        },
        original: original(plan, language, path),
        lineage: lineage::view(portal, index.lineage(), at, language, path),
        replaced_by: index
            .newest_plans()
            .iter()
            .filter(|_| plan.status == PlanStatus::Superseded)
            .filter(|&&newer| index.lineage().replaced_by(at).any(|by| by == newer))
            .map(|&newer| plan_line(portal, newer, index.of_plan(newer).len(), language, path))
            .collect(),
        notes: plan
            .notes
            .iter()
            .filter(|note| note.unit.is_none())
            .map(|note| note.text.get(language).as_str())
            .collect(),
        corrections: corrections::of_plan(portal, index, at, language, path),
        place: place_link(plan.place),
        parent: portal.place(plan.place).parent.map(place_link),
        contents: contents(plan, language),
        text: plan_text::html(
            plan,
            language,
            &marks(portal, &statements, language, path, ""),
            &Ways { portal, path, twin: &twin, sides: sides.as_deref() },
        ),
        sides_href: sides,
        pending: plan.is_pending_in(language),
        text_language: plan.language_of_text(language).code(),
        coverage: coverage(portal, index, at),
        uncovered: uncovered(plan, "", language),
        figures: figures(portal, index, &statements, language, path),
        deadlines: statements
            .iter()
            .filter(|(_, statement)| statement.kind == StatementKind::Deadline)
            .map(|(_, statement)| row(portal, index, statement, language, path))
            .collect(),
    }
}

/// The signed document, where it can be found.
pub fn original<'portal>(
    plan: &'portal Plan,
    language: Language,
    path: &str,
) -> Option<OriginalView<'portal>> {
    let original = plan.original.as_ref()?;
    let [url, page] =
        [&original.url, &original.page].map(|address| address.as_deref().and_then(safe_address));
    let [file, text] = [&original.file, &plan.signed_text_path]
        .map(|file| file.as_deref().map(|file| relative(path, file)));
    Some(OriginalView {
        nearest: url
            .map(str::to_owned)
            .or_else(|| file.clone())
            .or_else(|| page.map(str::to_owned))
            .or_else(|| text.clone()),
        url,
        page,
        file,
        text,
        sha256: original.sha256.as_deref(),
        posted: original.posted.map(|posted| Day::new(posted, language)),
        description: original.description.get(language),
    })
}

/// The headings of the two outermost levels.
fn contents(plan: &Plan, language: Language) -> Vec<ContentsLine<'_>> {
    let text = plan.text.get(language);
    let lines = |deepest: u8| -> Vec<ContentsLine<'_>> {
        let clauses = (0..text.clauses.len()).map(|position| text.clause(ClauseIndex(position)));
        clauses
            .filter(|clause| clause.depth <= deepest && clause.is_heading)
            .map(|clause| ContentsLine {
                depth: clause.depth,
                anchor: &clause.anchor,
                label: &clause.label,
                text: clause.head.map_or("", |head| text.unit(head).text.as_str()),
            })
            .collect()
    };
    let both = lines(2);
    if both.len() > LONGEST_CONTENTS { lines(1) } else { both }
}

/// The statements of a plan in the order of its text.
pub fn in_order<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    at: PlanIndex,
) -> Vec<(UnitIndex, &'portal Statement)> {
    let mut statements: Vec<(UnitIndex, &Statement)> = index
        .of_plan(at)
        .iter()
        .filter_map(|&position| {
            cited(portal.statement(position)).map(|(_, unit)| (unit, portal.statement(position)))
        })
        .collect();
    statements.sort_by_key(|&(unit, _)| unit);
    statements
}

/// Where the text is marked. Several statements on one figure lead to the first of their rows in
/// the list of figures, which stands at `rows`: on the page itself where that is empty.
pub fn marks(
    portal: &Portal,
    statements: &[(UnitIndex, &Statement)],
    language: Language,
    path: &str,
    rows: &str,
) -> Marks {
    let mut marks = Marks::new();
    for &(unit, statement) in statements {
        let Evidence::Clause { quote, .. } = &statement.evidence else { continue };
        let range = quote.get(language).figure.clone();
        // With its breakdown and time: a paragraph or a row of a table may hold one number several
        // times.
        let mut name = portal.indicator(statement.indicator).name.get(language).clone();
        for part in
            [breakdown(portal, &statement.breakdown, language), period(statement.period, language)]
        {
            if !part.is_empty() {
                name = format!("{name}, {part}");
            }
        }
        if let Some(reading) = statement.reading() {
            name = format!("{name} ({}: {})", read_by_editor(language), reading.get(language));
        }
        let badges = badges(statement, language);
        let in_unit = marks.entry(unit).or_default();
        match in_unit.iter_mut().find(|mark| mark.range == range) {
            Some(shared) => {
                shared.href = format!("{rows}#{}", row_id(portal, statement, unit, language));
                if !shared.title.split("; ").any(|known| known == name.as_str()) {
                    shared.title = format!("{}; {name}", shared.title);
                }
                for badge in badges {
                    if !shared.badges.contains(&badge) {
                        shared.badges.push(badge);
                    }
                }
            }
            None => in_unit.push(Mark {
                range,
                href: statement_href(portal, statement, language, path),
                title: name,
                is_milestone: statement.goal.value().is_none(),
                badges,
            }),
        }
    }
    marks
}

/// What must be said of a figure where the text is marked.
fn badges(statement: &Statement, language: Language) -> Vec<Badge> {
    let badge = |class, words| Badge { class, words };
    let uncertain = statement.uncertain.then(|| badge("uncertain", uncertain_badge(language)));
    let read = statement.reading().map(|_| badge("reading", read_by_editor_badge(language)));
    let aim = (statement.kind == StatementKind::Aim).then(|| badge("aim", aim_badge(language)));
    [uncertain, read, aim].into_iter().flatten().collect()
}

/// The list of a plan's figures, in the order of the text.
fn figures<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    statements: &[(UnitIndex, &'portal Statement)],
    language: Language,
    path: &str,
) -> Vec<PlanRow<'portal>> {
    let mut last_unit = None;
    statements
        .iter()
        .map(|&(unit, statement)| {
            let is_first = last_unit != Some(unit);
            last_unit = Some(unit);
            PlanRow {
                id: is_first.then(|| row_id(portal, statement, unit, language)),
                row: row(portal, index, statement, language, path),
            }
        })
        .collect()
}

/// No label of a clause reads `rows`, so this is never the anchor of a piece of the text.
fn row_id(portal: &Portal, statement: &Statement, unit: UnitIndex, language: Language) -> String {
    let anchor = cited(statement)
        .and_then(|(plan, _)| portal.plan(plan).text.get(language).units.get(unit.0));
    format!("rows.{}", anchor.map_or("", |unit| unit.anchor.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::sample;

    fn plan_view(portal: &Portal) -> PlanView<'_> {
        let path = Route::Page(Language::Vi, Page::Plan(PlanIndex(1))).path(portal);
        view(portal, &PortalIndex::new(portal), PlanIndex(1), Language::Vi, &path)
    }

    #[test]
    fn a_proven_figure_leads_to_its_target() {
        let portal = sample::portal();
        let text = plan_view(&portal).text;
        let link = "<a class=\"figure\" href=\"../chi-tieu/nursery-enrolment.html#243-2025.nursery-enrolment-2030\" title=\"Tỷ lệ huy động trẻ nhà trẻ, 2030\"><mark>48,5%</mark></a>";
        assert!(text.contains(link), "{text}");
    }

    #[test]
    fn two_statements_on_one_figure_lead_to_their_rows() {
        let portal = sample::portal();
        let view = plan_view(&portal);
        assert!(view.text.contains("<a class=\"figure\" href=\"#rows.ii.1-b2\" title=\"Học 2 buổi/ngày, tiểu học, 2030; Học 2 buổi/ngày, trung học cơ sở, 2030\"><mark>100%</mark></a>"), "{}", view.text);
        let rows: Vec<_> = view
            .figures
            .iter()
            .filter(|figure| figure.row.clause_is("ii.1-b2"))
            .map(|figure| figure.id.as_deref())
            .collect();
        assert_eq!(rows, [Some("rows.ii.1-b2"), None]);
    }

    #[test]
    fn the_original_is_one_click_away_wherever_it_is() {
        let mut portal = sample::portal();
        let nearest = |portal: &Portal| {
            original(&portal.plans[1], Language::Vi, "vi/a.html")
                .and_then(|original| original.nearest)
        };
        assert_eq!(nearest(&portal).as_deref(), Some("https://langson.gov.vn"));
        let kept = portal.plans[1].original.as_mut().expect("an original");
        (kept.url, kept.file, kept.page) = (
            None,
            Some("van-ban/243.pdf".to_owned()),
            Some("https://langson.gov.vn/243".to_owned()),
        );
        assert_eq!(nearest(&portal).as_deref(), Some("../van-ban/243.pdf"));
        portal.plans[1].original.as_mut().expect("an original").file = None;
        assert_eq!(nearest(&portal).as_deref(), Some("https://langson.gov.vn/243"));
    }

    #[test]
    fn the_contents_name_the_clauses_as_printed() {
        let portal = sample::portal();
        let lines: Vec<_> = plan_view(&portal)
            .contents
            .into_iter()
            .map(|line| (line.depth, line.anchor, line.label))
            .collect();
        assert_eq!(lines, [(1, "ii", "II."), (2, "ii.1", "1."), (1, "pl", "Phụ lục")]);
    }
}
