//! A plan in both languages side by side, clause by clause: the page's own language first, the
//! other one beside it. Its anchors are those of the plan's page.

use serde::Serialize;

use super::clause_labels::translation_unconfirmed;
use super::marks::{in_order, marks};
use super::table::{named_column, table_caption};
use super::text::{element, push_aliases};
use crate::address::{Page, Route, relative};
use crate::index::PortalIndex;
use crate::language::Language;
use crate::page::html::footnote::{Notes, push_number, push_way_back};
use crate::page::html::marked_words::{Marks, push_words};
use crate::page::html::markup::{push_attribute, push_text};
use crate::page::parts::day::Day;
use crate::page::parts::link::{Link, status_name};
use crate::portal::{Block, ClauseIndex, ListItem, Plan, PlanIndex, Portal, Table, UnitIndex};
use crate::wording::plan_name;

#[derive(Debug, Serialize)]
pub struct SidesView<'portal> {
    pub name: String,
    pub title: &'portal str,
    /// The title in the other language.
    pub other_title: &'portal str,
    pub issuer: &'portal str,
    pub date: Day,
    pub status: &'static str,
    pub place: Link<'portal>,
    pub parent: Option<Link<'portal>>,
    pub plan_href: String,
    /// The names of the two languages, in the order of the columns, with their codes.
    pub languages: [[&'static str; 2]; 2],
    /// HTML.
    pub text: String,
}

pub fn view<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    at: PlanIndex,
    language: Language,
    path: &str,
) -> SidesView<'portal> {
    let plan = portal.plan(at);
    let to = |page: Page| relative(path, &Route::Page(language, page).path(portal));
    let place_link =
        |place| Link { name: portal.place(place).name.get(language), href: to(Page::Place(place)) };
    let statements = in_order(portal, index, at);
    let sides = [language, language.other()].map(|side| {
        let plan_page = relative(path, &Route::Page(side, Page::Plan(at)).path(portal));
        Side { language: side, marks: marks(portal, &statements, side, path, &plan_page) }
    });
    let mut writer = Writer { plan, sides, html: String::new() };
    for (position, clause) in plan.text.get(language).clauses.iter().enumerate() {
        if clause.parent.is_none() {
            writer.clause(ClauseIndex(position));
        }
    }
    SidesView {
        name: plan_name(plan, language),
        title: plan.title.get(language),
        other_title: plan.title.get(language.other()),
        issuer: plan.issuer.get(language),
        date: Day::new(plan.date, language),
        status: status_name(plan.status),
        place: place_link(plan.place),
        parent: portal.place(plan.place).parent.map(place_link),
        plan_href: to(Page::Plan(at)),
        languages: [language, language.other()].map(|side| [side.code(), side.own_name()]),
        text: writer.html,
    }
}

struct Side {
    language: Language,
    marks: Marks,
}

/// The two texts have the same clauses and units in the same order: an index into one is an index
/// into the other.
struct Writer<'plan> {
    plan: &'plan Plan,
    sides: [Side; 2],
    html: String,
}

impl Writer<'_> {
    fn clause(&mut self, index: ClauseIndex) {
        let plan = self.plan;
        let clause = plan.text.get(self.sides[0].language).clause(index);
        let element = element(clause);
        self.html.push_str(&format!("<{element} class=\"clause\""));
        push_attribute(&mut self.html, "id", &clause.anchor);
        self.html.push('>');
        if clause.head.is_some() || !clause.label.is_empty() {
            // The page has the first level.
            let tag = match (clause.is_heading, clause.depth) {
                (false, _) => "p",
                (true, 0 | 1) => "h2",
                (true, 2) => "h3",
                (true, 3) => "h4",
                (true, _) => "h5",
            };
            self.open_pair(clause.head.map(|head| self.anchor(head)), "both headline-of");
            for side in 0..2 {
                self.open(tag, "head", side);
                let twin = plan.text.get(self.sides[side].language).clauses.get(index.0);
                let label = twin.map_or("", |twin| twin.label.as_str());
                if !label.is_empty() {
                    if side == 0 {
                        self.html.push_str("<a class=\"label\"");
                        push_attribute(&mut self.html, "href", &format!("#{}", clause.anchor));
                        self.html.push('>');
                        push_text(&mut self.html, label);
                        self.html.push_str("</a> ");
                    } else {
                        push_text(&mut self.html, label);
                        self.html.push(' ');
                    }
                }
                if let Some(head) = twin.and_then(|twin| twin.head) {
                    self.words(head, side);
                }
                self.html.push_str(&format!("</{tag}>"));
            }
            self.html.push_str("</div>");
        }
        for (position, block) in clause.blocks.iter().enumerate() {
            match block {
                Block::Paragraph(unit) => self.pair(*unit, "p", ""),
                Block::List(items) => self.list(items),
                Block::Table(_) => self.tables(index, position),
            }
        }
        for &child in &clause.children {
            self.clause(child);
        }
        self.html.push_str(&format!("</{element}>"));
    }

    fn list(&mut self, items: &[ListItem]) {
        for item in items {
            self.pair(item.unit, "p", if item.marker == '+' { "item plus" } else { "item" });
            self.list(&item.children);
        }
    }

    /// A table is too wide for half a page on paper or screen: each keeps its own room to scroll
    /// in.
    fn tables(&mut self, clause: ClauseIndex, block: usize) {
        self.open_pair(None, "both");
        for side in 0..2 {
            let language = self.sides[side].language;
            let twin = self
                .plan
                .text
                .get(language)
                .clauses
                .get(clause.0)
                .and_then(|clause| clause.blocks.get(block));
            let Some(Block::Table(table)) = twin else { continue };
            self.table(clause, table, side);
        }
        self.html.push_str("</div>");
    }

    fn table(&mut self, clause: ClauseIndex, table: &Table, side: usize) {
        let language = self.sides[side].language;
        let caption = table_caption(self.plan, clause, language);
        self.html.push_str("<div class=\"scroll\" role=\"region\" tabindex=\"0\"");
        push_attribute(&mut self.html, "aria-label", &caption);
        self.push_language(side);
        self.html.push_str("><table class=\"printed\"><caption>");
        push_text(&mut self.html, &caption);
        self.html.push_str("</caption><thead><tr>");
        for &cell in &table.header {
            self.cell("th scope=\"col\"", cell, side);
        }
        self.html.push_str("</tr></thead><tbody>");
        let named = named_column(self.plan.text.get(language), table);
        for row in &table.rows {
            self.html.push_str("<tr");
            if side == 0 {
                push_attribute(&mut self.html, "id", &row.anchor);
            }
            self.html.push('>');
            for (column, &cell) in row.cells.iter().enumerate() {
                self.cell(if column == named { "th scope=\"row\"" } else { "td" }, cell, side);
            }
            self.html.push_str("</tr>");
        }
        self.html.push_str("</tbody></table></div>");
    }

    fn cell(&mut self, tag: &str, unit: UnitIndex, side: usize) {
        self.html.push('<');
        self.html.push_str(tag);
        if side == 0 {
            let anchor = self.anchor(unit);
            push_attribute(&mut self.html, "id", &anchor);
        }
        self.html.push('>');
        self.words(unit, side);
        self.html.push_str(if tag == "td" { "</td>" } else { "</th>" });
    }

    /// One unit in both languages.
    fn pair(&mut self, unit: UnitIndex, tag: &str, class: &str) {
        self.open_pair(Some(self.anchor(unit)), "both");
        for side in 0..2 {
            self.open(tag, class, side);
            self.words(unit, side);
            self.html.push_str(&format!("</{tag}>"));
        }
        self.html.push_str("</div>");
    }

    fn open_pair(&mut self, anchor: Option<String>, class: &str) {
        self.html.push_str("<div");
        push_attribute(&mut self.html, "class", class);
        if let Some(anchor) = anchor {
            push_attribute(&mut self.html, "id", &anchor);
        }
        self.html.push('>');
    }

    fn open(&mut self, tag: &str, class: &str, side: usize) {
        self.html.push('<');
        self.html.push_str(tag);
        if !class.is_empty() {
            push_attribute(&mut self.html, "class", class);
        }
        self.push_language(side);
        self.html.push('>');
    }

    /// The first column is in the page's own language.
    fn push_language(&mut self, side: usize) {
        if side == 1 {
            push_attribute(&mut self.html, "lang", self.sides[side].language.code());
        }
    }

    fn anchor(&self, unit: UnitIndex) -> String {
        self.plan.text.get(self.sides[0].language).unit(unit).anchor.clone()
    }

    fn words(&mut self, unit: UnitIndex, side: usize) {
        let Side { language, marks } = &self.sides[side];
        let text = self.plan.text.get(*language);
        let Some(words) = text.units.get(unit.0) else { return };
        if side == 0 {
            push_aliases(&mut self.html, self.plan, unit);
        }
        let notes = Notes { text, language: *language, has_ids: side == 0 };
        push_number(&mut self.html, unit, notes);
        push_words(&mut self.html, words, marks.get(&unit).map_or(&[][..], Vec::as_slice), notes);
        push_way_back(&mut self.html, unit, notes);
        if let Some(&state) = self.plan.unconfirmed.get(&unit).filter(|_| *language != Language::Vi)
        {
            self.html.push_str(" <span class=\"editor-note unconfirmed\"");
            push_attribute(&mut self.html, "lang", self.sides[0].language.code());
            self.html.push('>');
            self.html.push_str(translation_unconfirmed(state, self.sides[0].language));
            self.html.push_str("</span>");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::sample;

    #[test]
    fn both_languages_stand_side_by_side_under_the_anchors_of_the_plan() {
        let portal = sample::portal();
        let path = Route::Page(Language::En, Page::Sides(PlanIndex(1))).path(&portal);
        let view = view(&portal, &PortalIndex::new(&portal), PlanIndex(1), Language::En, &path);
        let text = &view.text;
        assert!(
            text.contains(
                "<section class=\"clause\" id=\"ii\"><div class=\"both headline-of\" \
                 id=\"ii-h\"><h2 class=\"head\"><a class=\"label\" href=\"#ii\">II.</a> "
            ),
            "{text}"
        );
        assert!(text.contains("<h2 class=\"head\" lang=\"vi\">II. "), "{text}");
        assert!(
            text.contains("<a class=\"figure\" \
                           href=\"../../../../../vi/dia-phuong/lang-son/chi-tieu/nursery-enrolment.html#243-2025.nursery-enrolment-2030\""),
            "{text}"
        );
        assert_eq!(text.matches("id=\"ii.1-p1\"").count(), 1);
        assert_eq!(view.languages, [["en", "English"], ["vi", "Tiếng Việt"]]);
        assert_eq!(view.plan_href, "../243-2025.html");
    }
}
