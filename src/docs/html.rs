//! Markdown to the HTML of one page: text, headings with anchors, lists, tables, blocks of code and
//! links; with the table of contents and a link to the other language.

use std::collections::BTreeMap;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{CONTENTS, Page};
use crate::language::Language;

/// A whole page.
pub fn page(page: &Page, language: Language) -> String {
    let (title, root) = (escape(page.title(language)), root_of(page));
    let (name, menu, skip) = match language {
        Language::Vi => ("Hướng dẫn minhbach", "Mục lục", "Đến nội dung"),
        Language::En => ("minhbach documentation", "Contents", "Skip to the text"),
    };
    let other = language.other();
    let other_name = match other {
        Language::Vi => "Tiếng Việt",
        Language::En => "English",
    };
    format!(
        "<!doctype html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n<meta \
         name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title} – \
         {name}</title>\n<link rel=\"stylesheet\" \
         href=\"{root}style.css\">\n</head>\n<body>\n<a class=\"skip\" \
         href=\"#text\">{skip}</a>\n<header>\n<a \
         href=\"{root}{code}/index.html\">{name}</a>\n<a href=\"{root}{twin}\" \
         lang=\"{other_code}\" hreflang=\"{other_code}\">{other_name}</a>\n</header>\n<div \
         class=\"columns\">\n<main id=\"text\">\n{body}</main>\n<nav \
         aria-label=\"{menu}\">\n<h2>{menu}</h2>\n{contents}</nav>\n</div>\n</body>\n</html>\n",
        code = language.code(),
        twin = page.path(other),
        other_code = other.code(),
        body = body(page.text.get(language)),
        contents = contents(page, language),
    )
}

/// The page at the root, from which both languages are reached.
pub fn choice_of_language() -> String {
    let link = |language: Language, words: &str| {
        let code = language.code();
        format!("<p><a href=\"{code}/index.html\" lang=\"{code}\">{words}</a></p>\n")
    };
    format!(
        "<!doctype html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n<meta \
         name=\"viewport\" content=\"width=device-width, \
         initial-scale=1\">\n<title>minhbach</title>\n<link rel=\"stylesheet\" \
         href=\"style.css\">\n</head>\n<body>\n<main>\n<h1>minhbach</h1>\n{}{}</main>\n</body>\n</html>\n",
        link(Language::Vi, "Hướng dẫn bằng tiếng Việt"),
        link(Language::En, "Documentation in English"),
    )
}

/// From a page back to the folder of the documentation.
fn root_of(page: &Page) -> String {
    "../".repeat(page.name.matches('/').count() + 1)
}

/// Links to all pages, by folder.
fn contents(of: &Page, language: Language) -> String {
    let root = root_of(of);
    let mut html = String::new();
    let mut folder = "";
    html.push_str("<ul>\n");
    for page in Page::ALL {
        let own = page.name.split_once('/').map_or("", |(folder, _)| folder);
        if own != folder {
            let heading = folder_name(own, language);
            html.push_str(&format!("</ul>\n<h3>{heading}</h3>\n<ul>\n"));
            folder = own;
        }
        let current = if page.name == of.name { " aria-current=\"page\"" } else { "" };
        html.push_str(&format!(
            "<li><a href=\"{root}{}\"{current}>{}</a></li>\n",
            page.path(language),
            escape(page.title(language))
        ));
    }
    html.push_str("</ul>\n");
    html
}

fn folder_name(folder: &str, language: Language) -> &'static str {
    match (folder, language) {
        ("how-to", Language::Vi) => "Cách làm từng việc",
        ("how-to", Language::En) => "How to",
        ("reference", Language::Vi) => "Tra cứu",
        ("reference", Language::En) => "Reference",
        (_, Language::Vi) => "Giải thích",
        (_, Language::En) => "Explanation",
    }
}

fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES)
}

/// The anchor of a heading, by the rule of the code hosts, so that a link works in both places.
fn slug(heading: &str) -> String {
    heading
        .to_lowercase()
        .chars()
        .filter_map(|letter| match letter {
            ' ' => Some('-'),
            '-' | '_' => Some(letter),
            letter => letter.is_alphanumeric().then_some(letter),
        })
        .collect()
}

/// Gives each heading of a page an anchor of its own: the second of two alike ends in `-1`.
#[derive(Default)]
struct Anchors {
    used: BTreeMap<String, usize>,
}

impl Anchors {
    fn next(&mut self, heading: &str) -> String {
        let slug = slug(heading);
        let times = self.used.entry(slug.clone()).or_insert(0);
        *times += 1;
        if *times == 1 { slug } else { format!("{slug}-{}", *times - 1) }
    }
}

/// The anchors of a text, in their order.
pub fn anchors(text: &str) -> Vec<String> {
    let (mut anchors, mut found, mut heading) = (Anchors::default(), Vec::new(), None);
    for event in parser(text) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                found.extend(heading.take().map(|heading: String| anchors.next(&heading)));
            }
            Event::Text(words) | Event::Code(words) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&words);
                }
            }
            _ => {}
        }
    }
    found
}

/// The text of a page. What these pages do not use is left out, raw HTML above all: comments.
fn body(text: &str) -> String {
    let mut html = String::new();
    let mut anchors = anchors(text).into_iter();
    let (mut alignments, mut column, mut is_head) = (Vec::new(), 0, false);
    let mut leads_on = Vec::new();
    for event in parser(text) {
        match event {
            Event::Start(Tag::Paragraph) => html.push_str("<p>"),
            Event::End(TagEnd::Paragraph) => html.push_str("</p>\n"),
            Event::Start(Tag::Heading { level, .. }) => {
                let anchor = anchors.next().unwrap_or_default();
                html.push_str(&format!("<{} id=\"{}\">", tag(level), escape(&anchor)));
            }
            Event::End(TagEnd::Heading(level)) => {
                html.push_str(&format!("</{}>\n", tag(level)));
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                let language = match kind {
                    CodeBlockKind::Fenced(word) => word.to_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                let class = format!(" class=\"{}\"", escape(&language));
                html.push_str(&format!("<pre tabindex=\"0\"{class}><code>"));
            }
            Event::End(TagEnd::CodeBlock) => html.push_str("</code></pre>\n"),
            Event::Start(Tag::List(None)) => html.push_str("<ul>\n"),
            Event::Start(Tag::List(Some(first))) => {
                html.push_str(&format!("<ol start=\"{first}\">\n"));
            }
            Event::End(TagEnd::List(is_ordered)) => {
                html.push_str(if is_ordered { "</ol>\n" } else { "</ul>\n" });
            }
            Event::Start(Tag::Item) => html.push_str("<li>"),
            Event::End(TagEnd::Item) => html.push_str("</li>\n"),
            Event::Start(Tag::BlockQuote(_)) => html.push_str("<blockquote>"),
            Event::End(TagEnd::BlockQuote(_)) => html.push_str("</blockquote>\n"),
            Event::Start(Tag::Table(columns)) => {
                alignments = columns;
                html.push_str("<div class=\"wide\" tabindex=\"0\"><table>\n");
            }
            Event::End(TagEnd::Table) => html.push_str("</table></div>\n"),
            Event::Start(Tag::TableHead) => {
                (column, is_head) = (0, true);
                html.push_str("<tr>");
            }
            Event::Start(Tag::TableRow) => {
                column = 0;
                html.push_str("<tr>");
            }
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => {
                is_head = false;
                html.push_str("</tr>\n");
            }
            Event::Start(Tag::TableCell) => {
                let name = if is_head { "th scope=\"col\"" } else { "td" };
                let class = match alignments.get(column) {
                    Some(Alignment::Right) => " class=\"number\"",
                    _ => "",
                };
                column += 1;
                html.push_str(&format!("<{name}{class}>"));
            }
            Event::End(TagEnd::TableCell) => {
                html.push_str(if is_head { "</th>" } else { "</td>" });
            }
            Event::Start(Tag::Emphasis) => html.push_str("<em>"),
            Event::End(TagEnd::Emphasis) => html.push_str("</em>"),
            Event::Start(Tag::Strong) => html.push_str("<strong>"),
            Event::End(TagEnd::Strong) => html.push_str("</strong>"),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let address = address(&dest_url);
                if let Some(address) = &address {
                    html.push_str(&format!("<a href=\"{}\">", escape(address)));
                }
                leads_on.push(address.is_some());
            }
            Event::End(TagEnd::Link) => {
                html.push_str(if leads_on.pop() == Some(true) { "</a>" } else { "" });
            }
            Event::Text(words) => html.push_str(&escape(&words)),
            Event::Code(words) => html.push_str(&format!("<code>{}</code>", escape(&words))),
            Event::SoftBreak => html.push('\n'),
            Event::HardBreak => html.push_str("<br>\n"),
            Event::Rule => html.push_str("<hr>\n"),
            _ => {}
        }
    }
    html
}

fn tag(level: HeadingLevel) -> &'static str {
    match level {
        HeadingLevel::H1 => "h1",
        HeadingLevel::H2 => "h2",
        HeadingLevel::H3 => "h3",
        _ => "h4",
    }
}

/// Where a link leads: to another page as HTML, to the web as it is written. A file of the source
/// code is not there to be read, and its name stays without a link.
fn address(written: &str) -> Option<String> {
    if written.starts_with("https://") || written.starts_with('#') {
        return Some(written.to_owned());
    }
    let (path, anchor) =
        written.split_once('#').map_or((written, None), |(path, anchor)| (path, Some(anchor)));
    let name = path.strip_suffix(".md").filter(|_| !path.starts_with("../../"))?;
    let name = match name.strip_suffix(CONTENTS) {
        Some(folder) => format!("{folder}index"),
        None => name.to_owned(),
    };
    Some(anchor.map_or_else(|| format!("{name}.html"), |anchor| format!("{name}.html#{anchor}")))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_have_the_anchors_of_the_code_hosts() {
        let text = "# Đăng lên mạng\n\n## `goal-differs`\n\n## a, b: `c`\n\n## a b c\n\n## A B C\n";
        let expected = ["đăng-lên-mạng", "goal-differs", "a-b-c", "a-b-c-1", "a-b-c-2"];
        assert_eq!(anchors(text), expected);
    }

    #[test]
    fn links_lead_to_pages_and_never_out_of_the_folder() {
        assert_eq!(address("../how-to/host.md#iis").as_deref(), Some("../how-to/host.html#iis"));
        assert_eq!(address("README.md").as_deref(), Some("index.html"));
        assert_eq!(address("https://rustup.rs").as_deref(), Some("https://rustup.rs"));
        assert_eq!((address("../../../src/lib.rs"), address("javascript:x")), (None, None));
    }

    #[test]
    fn text_is_escaped_and_comments_are_left_out() {
        let html =
            body("# A\n\n<!-- generated -->\n\na < `b & c` [d](x.md)\n\n| e |\n|---|\n| f |\n");
        assert_eq!(
            html,
            "<h1 id=\"a\">A</h1>\n<p>a &lt; <code>b &amp; c</code> <a \
             href=\"x.html\">d</a></p>\n<div class=\"wide\" tabindex=\"0\"><table>\n<tr><th \
             scope=\"col\">e</th></tr>\n<tr><td>f</td></tr>\n</table></div>\n"
        );
    }
}
