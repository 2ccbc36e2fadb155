//! The text of a plan as HTML: clauses as sections, every citable piece with its anchor, every
//! proven figure marked and linked to its target, the editors' notes at their units.

use std::collections::BTreeMap;

use super::clause_labels::{
    both_languages, copy_link, editors_note, report_error, translation_unconfirmed,
};
use super::table::{named_column, table_caption};
use crate::language::Language;
use crate::page::html::footnote::{Notes, push_number, push_way_back};
use crate::page::html::marked_words::{Marks, push_words};
use crate::page::html::markup::{push_attribute, push_text};
use crate::page::parts::report_link::{Place, report_link};
use crate::portal::{
    Block, Clause, ClauseIndex, ClauseKind, ListItem, Plan, PlanText, Portal, Table, TableRow,
    UnitIndex,
};
use crate::wording::{clause_path, plan_name};

/// Where the text stands, and the ways from its clauses to the same clauses elsewhere.
pub struct Ways<'page> {
    pub portal: &'page Portal,
    /// The page's own path.
    pub path: &'page str,
    /// The way to the same plan in the other language.
    pub twin: &'page str,
    /// The way to the page with both languages side by side, where there is one.
    pub sides: Option<&'page str>,
}

/// The anchors that a unit had before.
pub fn push_aliases(html: &mut String, plan: &Plan, unit: UnitIndex) {
    for alias in plan.aliases.iter().filter(|alias| alias.unit == unit) {
        html.push_str("<span class=\"anchor\"");
        push_attribute(html, "id", &alias.old);
        html.push_str("></span>");
    }
}

/// The whole text.
pub fn html(plan: &Plan, language: Language, marks: &Marks, ways: &Ways<'_>) -> String {
    let text = plan.text.get(language);
    let length: usize = text.units.iter().map(|unit| unit.text.len() + 120).sum();
    let mut writer = Writer {
        plan,
        text,
        language,
        marks,
        notes: notes(plan, language),
        ways,
        html: String::with_capacity(length),
    };
    for (index, clause) in text.clauses.iter().enumerate() {
        if clause.parent.is_none() {
            writer.clause(ClauseIndex(index));
        }
    }
    writer.html
}

fn notes(plan: &Plan, language: Language) -> BTreeMap<UnitIndex, Vec<&str>> {
    let mut notes: BTreeMap<UnitIndex, Vec<&str>> = BTreeMap::new();
    for note in &plan.notes {
        if let Some(unit) = note.unit {
            notes.entry(unit).or_default().push(note.text.get(language));
        }
    }
    notes
}

struct Writer<'plan> {
    plan: &'plan Plan,
    text: &'plan PlanText,
    language: Language,
    marks: &'plan Marks,
    notes: BTreeMap<UnitIndex, Vec<&'plan str>>,
    ways: &'plan Ways<'plan>,
    html: String,
}

impl<'plan> Writer<'plan> {
    fn clause(&mut self, index: ClauseIndex) {
        let text = self.text;
        let clause = text.clause(index);
        let tag = element(clause);
        self.html.push('<');
        self.html.push_str(tag);
        push_attribute(&mut self.html, "class", &format!("clause {}", class(clause.kind)));
        push_attribute(&mut self.html, "id", &clause.anchor);
        self.html.push('>');
        self.head(index, clause);
        for block in &clause.blocks {
            match block {
                Block::Paragraph(unit) => self.paragraph(*unit),
                Block::List(items) => self.list(items),
                Block::Table(table) => self.table(index, table),
            }
        }
        for &child in &clause.children {
            self.clause(child);
        }
        self.html.push_str(&format!("</{tag}>"));
    }

    /// The label, which is the clause's permalink, and the words beside it.
    fn head(&mut self, index: ClauseIndex, clause: &Clause) {
        if clause.head.is_none() && clause.label.is_empty() {
            return;
        }
        // The page has the first level, the heading over the whole text the second.
        let tag = match (clause.is_heading, clause.depth) {
            (false, _) => "p",
            (true, 0 | 1) => "h3",
            (true, 2) => "h4",
            (true, 3) => "h5",
            (true, _) => "h6",
        };
        self.html.push_str(&format!("<div class=\"headline {tag}\"><{tag} class=\"head\""));
        if let Some(head) = clause.head {
            push_attribute(&mut self.html, "id", &self.text.unit(head).anchor);
        }
        self.html.push('>');
        if !clause.label.is_empty() {
            self.html.push_str("<a class=\"label\"");
            push_attribute(&mut self.html, "href", &format!("#{}", clause.anchor));
            self.html.push('>');
            push_text(&mut self.html, &clause.label);
            self.html.push_str("</a> ");
        }
        if let Some(head) = clause.head {
            self.words(head);
        }
        self.html.push_str(&format!("</{tag}>"));
        self.tools(index, clause);
        self.html.push_str("</div>");
        if let Some(head) = clause.head {
            self.notes_at(head);
        }
    }

    /// What can be done with a clause: copy its address, read it in the other language or in both,
    /// report an error. It stands beside the heading and not in it, so that a list of headings is
    /// one.
    fn tools(&mut self, index: ClauseIndex, clause: &Clause) {
        let (anchor, other) = (&clause.anchor, self.language.other());
        // A list of the page's links alone must say which clause each of them is of.
        let path = clause_path(self.plan, index, self.language);
        self.html.push_str(" <span class=\"tools\">");
        self.permalink(anchor);
        self.html.push_str(" <a class=\"twin\"");
        push_attribute(&mut self.html, "href", &format!("{}#{anchor}", self.ways.twin));
        push_attribute(&mut self.html, "hreflang", other.code());
        push_attribute(&mut self.html, "lang", other.code());
        push_attribute(
            &mut self.html,
            "aria-label",
            &format!("{}, {}", other.own_name(), clause_path(self.plan, index, other)),
        );
        self.html.push('>');
        self.html.push_str(other.own_name());
        self.html.push_str("</a>");
        if let Some(sides) = self.ways.sides {
            self.html.push_str(" <a");
            push_attribute(&mut self.html, "href", &format!("{sides}#{anchor}"));
            push_attribute(
                &mut self.html,
                "aria-label",
                &format!("{}, {path}", both_languages(self.language)),
            );
            self.html.push('>');
            self.html.push_str(both_languages(self.language));
            self.html.push_str("</a>");
        }
        let name = format!("{}, {path}", plan_name(self.plan, self.language));
        let report = report_link(
            self.ways.portal,
            &Place { path: self.ways.path, anchor, name: &name },
            self.language,
        );
        self.html.push_str(" <a");
        push_attribute(&mut self.html, "href", &report);
        push_attribute(
            &mut self.html,
            "aria-label",
            &format!("{}, {path}", report_error(self.language)),
        );
        self.html.push('>');
        self.html.push_str(report_error(self.language));
        self.html.push_str("</a></span>");
    }

    fn paragraph(&mut self, index: UnitIndex) {
        let anchor = &self.text.unit(index).anchor;
        self.html.push_str("<p");
        push_attribute(&mut self.html, "id", anchor);
        self.html.push('>');
        self.words(index);
        self.html.push(' ');
        self.permalink(anchor);
        self.html.push_str("</p>");
        self.notes_at(index);
    }

    /// A link to a piece of the text; the page's script also copies its address.
    fn permalink(&mut self, anchor: &str) {
        self.html.push_str("<a class=\"permalink\"");
        push_attribute(&mut self.html, "href", &format!("#{anchor}"));
        push_attribute(
            &mut self.html,
            "aria-label",
            &format!("{} #{anchor}", copy_link(self.language)),
        );
        self.html.push_str(">#</a>");
    }

    fn list(&mut self, items: &[ListItem]) {
        self.html.push_str(if items.first().is_some_and(|item| item.marker == '+') {
            "<ul class=\"plus\">"
        } else {
            "<ul class=\"dash\">"
        });
        for item in items {
            let anchor = &self.text.unit(item.unit).anchor;
            self.html.push_str("<li");
            push_attribute(&mut self.html, "id", anchor);
            self.html.push('>');
            self.words(item.unit);
            self.html.push(' ');
            self.permalink(anchor);
            self.notes_at(item.unit);
            if !item.children.is_empty() {
                self.list(&item.children);
            }
            self.html.push_str("</li>");
        }
        self.html.push_str("</ul>");
    }

    fn table(&mut self, clause: ClauseIndex, table: &Table) {
        let caption = table_caption(self.plan, clause, self.language);
        self.html.push_str("<div class=\"scroll\" role=\"region\" tabindex=\"0\"");
        push_attribute(&mut self.html, "aria-label", &caption);
        self.html.push_str("><table class=\"printed\"><caption>");
        push_text(&mut self.html, &caption);
        self.html.push_str("</caption>");
        if !table.header.is_empty() {
            self.html.push_str("<thead><tr>");
            for &cell in &table.header {
                self.cell("th scope=\"col\"", "th", cell);
            }
            self.html.push_str("</tr></thead>");
        }
        let named_column = named_column(self.text, table);
        self.html.push_str("<tbody>");
        for row in &table.rows {
            self.row(row, named_column);
        }
        self.html.push_str("</tbody></table></div>");
    }

    fn row(&mut self, row: &TableRow, named_column: usize) {
        self.html.push_str("<tr");
        push_attribute(&mut self.html, "id", &row.anchor);
        self.html.push('>');
        for (column, &cell) in row.cells.iter().enumerate() {
            match column == named_column {
                true => self.cell("th scope=\"row\"", "th", cell),
                false => self.cell("td", "td", cell),
            }
        }
        self.html.push_str("</tr>");
    }

    fn cell(&mut self, open: &str, close: &str, index: UnitIndex) {
        self.html.push('<');
        self.html.push_str(open);
        push_attribute(&mut self.html, "id", &self.text.unit(index).anchor);
        self.html.push('>');
        self.words(index);
        self.notes_at(index);
        self.html.push_str("</");
        self.html.push_str(close);
        self.html.push('>');
    }

    fn notes_at(&mut self, unit: UnitIndex) {
        if let Some(&state) =
            self.plan.unconfirmed.get(&unit).filter(|_| self.language != Language::Vi)
        {
            self.html.push_str("<span class=\"editor-note unconfirmed\" role=\"note\">");
            self.html.push_str(translation_unconfirmed(state, self.language));
            self.html.push_str("</span>");
        }
        let Some(notes) = self.notes.get(&unit) else { return };
        for note in notes {
            self.html.push_str("<span class=\"editor-note\" role=\"note\"><strong>");
            self.html.push_str(editors_note(self.language));
            self.html.push_str(":</strong> ");
            push_text(&mut self.html, note);
            self.html.push_str("</span>");
        }
    }

    fn words(&mut self, index: UnitIndex) {
        push_aliases(&mut self.html, self.plan, index);
        let marks = self.marks.get(&index).map_or(&[][..], Vec::as_slice);
        let is_pending = self.plan.is_pending_in(self.language);
        if is_pending {
            self.html.push_str("<span lang=\"vi\">");
        }
        let notes = Notes {
            text: self.text,
            language: if is_pending { Language::Vi } else { self.language },
            has_ids: true,
        };
        push_number(&mut self.html, index, notes);
        push_words(&mut self.html, self.text.unit(index), marks, notes);
        push_way_back(&mut self.html, index, notes);
        if is_pending {
            self.html.push_str("</span>");
        }
    }
}

/// A clause with a heading is a section of the page.
pub fn element(clause: &Clause) -> &'static str {
    if clause.is_heading && (clause.head.is_some() || !clause.label.is_empty()) {
        "section"
    } else {
        "div"
    }
}

/// What a stylesheet knows a clause by.
fn class(kind: ClauseKind) -> &'static str {
    match kind {
        ClauseKind::Preamble => "preamble",
        ClauseKind::Part => "part",
        ClauseKind::Chapter => "chapter",
        ClauseKind::Section => "section",
        ClauseKind::Article => "article",
        ClauseKind::Appendix => "appendix",
        ClauseKind::Roman => "roman",
        ClauseKind::Capital => "capital",
        ClauseKind::Decimal => "decimal",
        ClauseKind::Letter => "letter",
        ClauseKind::Bracketed => "bracketed",
        ClauseKind::Closing => "closing",
        ClauseKind::Footnotes => "footnotes",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::may_be_anchor;
    use crate::page::plan::table::{CellNames, cell_names};
    use crate::portal::sample;

    #[test]
    fn a_text_keeps_its_labels_anchors_tables_and_notes() {
        let portal = sample::portal();
        let ways = Ways {
            portal: &portal,
            path: "vi/plan.html",
            twin: "../en.html",
            sides: Some("both.html"),
        };
        let html = html(&portal.plans[1], Language::Vi, &Marks::new(), &ways);
        assert!(
            html.contains(
                "<section class=\"clause roman\" id=\"ii\"><div class=\"headline h3\"><h3 \
                 class=\"head\" id=\"ii-h\"><a class=\"label\" href=\"#ii\">II.</a> "
            ),
            "{html}"
        );
        assert!(html.contains(
            "<a class=\"twin\" href=\"../en.html#ii.1\" hreflang=\"en\" lang=\"en\" \
             aria-label=\"English, section II.1\">English</a>"
        ));
        assert!(
            html.contains(
                "<a href=\"both.html#ii.1\" aria-label=\"Song ngữ, mục II.1\">Song ngữ</a>"
            )
        );
        assert!(html.contains("&lt;3 - 5 tuổi&gt;"), "an author's markup is text");
        assert!(html.contains(
            "<p class=\"head\" id=\"ii.1.a-h\"><a class=\"label\" href=\"#ii.1.a\">a)</a> "
        ));
        assert!(html.contains("<th scope=\"row\" id=\"pl-r1-c2\">"));
        assert!(html.contains("Bản gốc in hai lần.</span></li>"));
    }

    #[test]
    fn a_text_without_english_stands_in_vietnamese_and_says_so() {
        let mut portal = sample::portal();
        portal.plans[1].translation = crate::portal::Translation::Pending;
        portal.plans[1].text.en = portal.plans[1].text.vi.clone();
        portal.plans[1]
            .aliases
            .push(crate::portal::Alias { old: "ii.7-p1".to_owned(), unit: UnitIndex(0) });
        let ways = Ways { portal: &portal, path: "en/plan.html", twin: "../vi.html", sides: None };
        let [vi, en] =
            Language::ALL.map(|language| html(&portal.plans[1], language, &Marks::new(), &ways));
        assert!(
            en.contains("<span lang=\"vi\">Kế hoạch thực hiện Nghị quyết số 47/NQ-HĐND.</span>"),
            "{en}"
        );
        assert!(!vi.contains("lang=\"vi\">Kế hoạch") && !en.contains("Both languages"));
        for html in [vi, en] {
            assert!(
                html.contains("<p id=\"mo-dau-p1\"><span class=\"anchor\" id=\"ii.7-p1\"></span>"),
                "an older anchor leads to the piece: {html}"
            );
        }
    }

    #[test]
    fn an_older_anchor_is_spelt_as_anchors_are_and_no_part_of_the_page_is_called_so() {
        assert!(["ii.7-p1", "pl-r2-c3", "phan-1", "ii"].into_iter().all(may_be_anchor));
        assert!(
            !["", "II.7", "figures", "rows.ii", "lineage-title", "a b", "đ"]
                .into_iter()
                .any(may_be_anchor)
        );
    }

    #[test]
    fn a_cell_has_the_names_of_its_row_and_column() {
        let portal = sample::portal();
        let text = &portal.plans[1].text.vi;
        let names = |anchor| cell_names(text, text.unit_by_anchor(anchor).expect("the unit"));
        assert_eq!(names("pl-r1-c3"), Some(CellNames { row: "Trường đạt chuẩn", column: "2030" }));
        assert_eq!(names("ii.1-p1"), None);
    }
}
