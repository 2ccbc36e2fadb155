//! Pages of prose (about, method) to HTML that is safe to put into a page: raw HTML is shown as
//! text, links are checked, pictures give their text.

mod columns;
mod notes;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::footnotes::written_as_marks;
use super::{link, pieces::without_mark, slug};
use crate::diagnostic::{Report, Source};
use crate::language::{Language, text::nfc};
use columns::Columns;
use notes::Notes;

/// A page of prose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The first `# ` heading; empty where there is none.
    pub title: String,
    /// Everything else. Headings have ids; footnotes stand at the end.
    pub html: String,
    /// The links to pages and files of the portal, in order.
    pub links: Vec<ProseLink>,
    /// The ids in the HTML.
    pub ids: BTreeSet<String>,
}

/// A link to a page or file of the portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProseLink {
    pub address: String,
    /// Where it stands in the source.
    pub range: Range<usize>,
}

/// Markdown to a page.
pub fn prose(source: &Arc<Source>, language: Language, report: &mut Report) -> Prose {
    let (text, start) = without_mark(&source.text);
    let mut writer = Writer {
        source,
        language,
        report,
        page: Prose::default(),
        heading: None,
        has_title: false,
        ids: BTreeMap::new(),
        links: Vec::new(),
        in_head: false,
        has_body: false,
        is_verbatim: false,
        above: None,
        table: None,
        notes: Notes::default(),
    };
    for (event, range) in
        Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES).into_offset_iter()
    {
        writer.take(event, start + range.start..start + range.end);
    }
    let Writer { mut page, notes, report, ids, .. } = writer;
    page.ids = ids.into_keys().collect();
    page.html.push_str(&notes.finish(language, source, report));
    page
}

struct Writer<'run> {
    source: &'run Arc<Source>,
    language: Language,
    report: &'run mut Report,
    page: Prose,
    heading: Option<Heading>,
    has_title: bool,
    /// The ids given, with the number that the next double gets.
    ids: BTreeMap<String, usize>,
    /// Whether each open link was written.
    links: Vec<bool>,
    in_head: bool,
    has_body: bool,
    is_verbatim: bool,
    /// The id of the heading above.
    above: Option<String>,
    /// The open table, with the place in what is written where its columns are to stand.
    table: Option<(usize, Columns)>,
    notes: Notes,
}

/// A heading is written when its end, and so its id, is known.
#[derive(Default)]
struct Heading {
    is_title: bool,
    text: String,
    html: String,
}

impl Writer<'_> {
    fn take(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => {
                if !self.is_verbatim {
                    self.notes.dangling.extend(written_as_marks(&self.source.text, range));
                }
                self.text(&text);
            }
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
            Event::Code(text) => {
                self.tag("<code>");
                self.text(&text);
                self.tag("</code>");
            }
            Event::Html(text) | Event::InlineHtml(text) => {
                let end = range.start + text.trim_end().len();
                link::warn_of_html(self.source, range.start..end.min(range.end), self.report);
                self.text(&text);
            }
            Event::SoftBreak => self.text("\n"),
            Event::HardBreak => self.tag("<br>"),
            Event::Rule => self.tag("<hr>"),
            Event::FootnoteReference(label) => self.mark(&label, range),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag, range: Range<usize>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.tag("<p>"),
            Tag::Heading { level, .. } => {
                let is_title = level == HeadingLevel::H1 && !self.has_title;
                self.heading = Some(Heading { is_title, ..Heading::default() });
            }
            Tag::BlockQuote(_) => self.tag("<blockquote>"),
            Tag::CodeBlock(CodeBlockKind::Indented | CodeBlockKind::Fenced(_)) => {
                self.is_verbatim = true;
                self.tag("<pre><code>");
            }
            Tag::FootnoteDefinition(label) => {
                let ids = &mut self.ids;
                self.notes.begin(&label, range, |wanted| unique(ids, wanted));
            }
            Tag::List(None) => self.tag("<ul>"),
            Tag::List(Some(1)) => self.tag("<ol>"),
            Tag::List(Some(first)) => self.tag(&format!("<ol start=\"{first}\">")),
            Tag::Item => self.tag("<li>"),
            Tag::Table(_) => self.start_table(),
            Tag::TableHead => {
                self.in_head = true;
                self.has_body = false;
                self.tag("<thead><tr>");
            }
            Tag::TableRow => {
                if let Some((_, columns)) = &mut self.table {
                    columns.begin_row();
                }
                self.tag(if self.has_body { "<tr>" } else { "<tbody><tr>" });
                self.has_body = true;
            }
            Tag::TableCell => self.tag(if self.in_head { "<th scope=\"col\">" } else { "<td>" }),
            Tag::Emphasis => self.tag("<em>"),
            Tag::Strong => self.tag("<strong>"),
            Tag::Link { link_type, dest_url, .. } => {
                let address =
                    link::checked(link_type, &dest_url, self.source, range.clone(), self.report);
                self.links.push(address.is_some());
                if let Some(address) = address {
                    self.tag(&format!("<a href=\"{}\">", escaped(&address)));
                    if link::is_within(&address) {
                        self.page.links.push(ProseLink { address, range });
                    }
                }
            }
            Tag::Image { .. } => link::warn_of_image(self.source, range, self.report),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.tag("</p>"),
            TagEnd::Heading(level) => self.end_heading(level),
            TagEnd::BlockQuote(_) => self.tag("</blockquote>"),
            TagEnd::CodeBlock => {
                self.is_verbatim = false;
                self.tag("</code></pre>");
            }
            TagEnd::FootnoteDefinition => self.notes.end(),
            TagEnd::List(is_numbered) => self.tag(if is_numbered { "</ol>" } else { "</ul>" }),
            TagEnd::Item => self.tag("</li>"),
            TagEnd::Table => self.end_table(),
            TagEnd::TableHead => {
                self.in_head = false;
                self.tag("</tr></thead>");
            }
            TagEnd::TableRow => self.tag("</tr>"),
            TagEnd::TableCell => {
                if let Some((_, columns)) = &mut self.table {
                    columns.end_cell();
                }
                self.tag(if self.in_head { "</th>" } else { "</td>" });
            }
            TagEnd::Emphasis => self.tag("</em>"),
            TagEnd::Strong => self.tag("</strong>"),
            TagEnd::Link => {
                let end = if self.links.pop() == Some(true) { "</a>" } else { "" };
                self.tag(end);
            }
            _ => {}
        }
    }

    /// A table wider than the page scrolls by itself, by keyboard too. The heading above it is its
    /// name.
    fn start_table(&mut self) {
        let name =
            self.above.as_ref().map(|id| format!(" aria-labelledby=\"{id}\"")).unwrap_or_default();
        self.tag(&format!(
            "<div class=\"table-scroll\" tabindex=\"0\" role=\"group\"{name}><table{name}>"
        ));
        self.table = Some((self.written().len(), Columns::default()));
    }

    fn end_table(&mut self) {
        if let Some((place, columns)) = self.table.take() {
            self.written().insert_str(place, &columns.group());
        }
        self.tag(if self.has_body { "</tbody></table></div>" } else { "</table></div>" });
    }

    fn end_heading(&mut self, level: HeadingLevel) {
        let Some(Heading { is_title, text, html }) = self.heading.take() else { return };
        if is_title {
            self.has_title = true;
            self.page.title = text.split_whitespace().collect::<Vec<_>>().join(" ");
            return;
        }
        // The title is the page's only `h1`.
        let level = (level as usize).max(2);
        let id = unique(&mut self.ids, slug(&text));
        self.tag(&format!("<h{level} id=\"{id}\">{html}</h{level}>"));
        self.above = Some(id);
    }

    fn mark(&mut self, label: &str, range: Range<usize>) {
        // The title is shown in other places too, where nothing can lead to a footnote.
        if self.heading.as_ref().is_some_and(|heading| heading.is_title) {
            self.notes.mark_in_title(label, range);
            return;
        }
        let ids = &mut self.ids;
        let mark = self.notes.mark(label, range, self.language, |wanted| unique(ids, wanted));
        self.tag(&mark);
    }

    fn text(&mut self, text: &str) {
        let text = nfc(text);
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(&text);
        }
        if let Some((_, columns)) = &mut self.table {
            columns.text(&text);
        }
        self.tag(&escaped(&text));
    }

    fn tag(&mut self, html: &str) {
        self.written().push_str(html);
    }

    /// What is being written: a heading, a footnote, or the page.
    fn written(&mut self) -> &mut String {
        match (&mut self.heading, self.notes.open()) {
            (Some(heading), _) => &mut heading.html,
            (None, Some(note)) => note,
            (None, None) => &mut self.page.html,
        }
    }
}

/// The id, or with `-2`, `-3` behind it where it is taken.
fn unique(ids: &mut BTreeMap<String, usize>, wanted: String) -> String {
    let mut id = wanted.clone();
    while ids.contains_key(&id) {
        let number = ids.entry(wanted.clone()).or_insert(1);
        *number += 1;
        id = format!("{wanted}-{number}");
    }
    ids.insert(id.clone(), 1);
    id
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    fn page(text: &str) -> (Prose, Vec<Code>) {
        let source = Arc::new(Source { path: "pages/about.vi.md".into(), text: text.into() });
        let mut report = Report::default();
        let page = prose(&source, Language::Vi, &mut report);
        (page, report.sorted().iter().map(|diagnostic| diagnostic.code).collect())
    }

    #[test]
    fn the_first_heading_is_the_title_and_the_others_have_ids() {
        let (page, codes) = page(
            "# Giới *thiệu*\n\nCổng **công khai**.\n\n## Nguồn số liệu\n\n## Nguồn số \
             liệu\n\n### Đối tượng & phạm vi\n\n# Khác\n\n## !\n",
        );
        assert_eq!(page.title, "Giới thiệu");
        assert_eq!(
            page.html,
            "<p>Cổng <strong>công khai</strong>.</p><h2 id=\"nguon-so-lieu\">Nguồn số \
             liệu</h2><h2 id=\"nguon-so-lieu-2\">Nguồn số liệu</h2><h3 \
             id=\"doi-tuong-pham-vi\">Đối tượng &amp; phạm vi</h3><h2 id=\"khac\">Khác</h2><h2 \
             id=\"muc\">!</h2>"
        );
        assert_eq!(codes, []);
    }

    #[test]
    fn lists_tables_and_code_become_plain_html() {
        let (page, _) = page(
            "- một\n- hai\n\n3. ba\n4. bốn\n\n| A | B |\n|---|---|\n| 1 | `x<y` |\n\n| A \
             |\n|---|\n\n> trích\n\n```\na < b\n```\n\n***\n",
        );
        assert_eq!(
            page.html,
            "<ul><li>một</li><li>hai</li></ul><ol start=\"3\"><li>ba</li><li>bốn</li></ol><div \
             class=\"table-scroll\" tabindex=\"0\" role=\"group\"><table><colgroup><col \
             class=\"parts-9\"><col class=\"parts-15\"></colgroup><thead><tr><th \
             scope=\"col\">A</th><th \
             scope=\"col\">B</th></tr></thead><tbody><tr><td>1</td><td><code>x&lt;y</code></td></tr></tbody></table></div><div \
             class=\"table-scroll\" tabindex=\"0\" role=\"group\"><table><colgroup><col \
             class=\"parts-24\"></colgroup><thead><tr><th \
             scope=\"col\">A</th></tr></thead></table></div><blockquote><p>trích</p></blockquote><pre><code>a \
             &lt; b\n</code></pre><hr>"
        );
    }

    #[test]
    fn html_is_shown_as_text_and_unsafe_links_lose_their_address() {
        let (page, codes) = page(
            "<script>alert(1)</script>\n\nMột <b onclick=\"x\">chữ</b>, \
             [xem](javascript:alert(1)), [cổng](https://a.vn/?a=1&b=\"2\") ![Biểu đồ](x.png)\n",
        );
        assert_eq!(
            page.html,
            "<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p><p>Một &lt;b \
             onclick=&quot;x&quot;&gt;chữ&lt;/b&gt;, xem, <a \
             href=\"https://a.vn/?a=1&amp;b=&quot;2&quot;\">cổng</a> Biểu đồ</p>"
        );
        assert_eq!(
            codes,
            [Code::RawHtml, Code::RawHtml, Code::RawHtml, Code::UnsafeLink, Code::UnshownImage]
        );
    }

    #[test]
    fn footnotes_stand_at_the_end_and_their_marks_lead_there_and_back() {
        let (page, codes) = page(
            "# A\n\n## Mục[^1]\n\nMột[^b], hai[^1].\n\n[^1]: Chú thích \
             *một*.\n\n[^b]: Gồm:\n\n    - ý.\n\nSau.\n",
        );
        let mark = |id: &str, number: &str, note: &str| {
            format!(
                "<sup class=\"note-mark\"><a href=\"#{note}\" id=\"{id}\" aria-label=\"Chú \
                 thích {number}\">[{number}]</a></sup>"
            )
        };
        let back = |mark: &str, number: &str| {
            format!(
                "<a class=\"note-back\" href=\"#{mark}\" aria-label=\"Trở lại chỗ có dấu chú \
                 thích {number}\">↩</a>"
            )
        };
        assert_eq!(
            page.html,
            format!(
                "<h2 id=\"muc\">Mục{}</h2><p>Một{}, hai{}.</p><p>Sau.</p><section \
                 class=\"footnotes\"><hr><p id=\"fn-1\"><span class=\"note-number\">[1]</span> \
                 Chú thích <em>một</em>. {}</p><p id=\"fn-b\"><span \
                 class=\"note-number\">[b]</span> \
                 Gồm:</p><ul><li>ý.</li></ul><p>{}</p></section>",
                mark("fn-1-ref", "1", "fn-1"),
                mark("fn-b-ref", "b", "fn-b"),
                mark("fn-1-ref-2", "1", "fn-1"),
                back("fn-1-ref", "1"),
                back("fn-b-ref", "b"),
            )
        );
        assert_eq!(codes, []);
    }

    #[test]
    fn marks_and_footnotes_that_do_not_belong_together_are_found() {
        let codes = |text: &str| page(text).1;
        assert_eq!(codes("Một[^9], `[^8]`, \\[^7].\n\n    [^6]\n"), [Code::FootnoteMissing]);
        assert_eq!(
            codes("Một[^1].\n\n[^1]: A.\n\n[^1]: B.\n\n[^2]: C.\n"),
            [Code::DuplicateId, Code::FootnoteUnmarked]
        );
        assert_eq!(
            codes("# Trang[^1]\n\nMột.\n\n[^1]: A.\n"),
            [Code::FootnoteUnmarked],
            "a title has no marks"
        );
    }

    #[test]
    fn decomposed_letters_a_mark_and_windows_lines_make_no_difference() {
        let plain = page("# Tiêu đề\n\nĐoạn một\nhai\n\n## Mục\n").0;
        assert_eq!(
            page(
                "\u{feff}# Tie\u{302}u đe\u{302}\u{300}\r\n\r\nĐoa\u{323}n \
                 mo\u{323}\u{302}t\r\nhai\r\n\r\n## Mu\u{323}c\r\n"
            )
            .0,
            plain
        );
        assert_eq!(page("").0, Prose::default());
    }
}
