//! Templates, minified once.
//!
//! minify-html must not see what will be inserted, and must not guess about it: every tag of the
//! template language that prints something, and every tag inside an attribute, is replaced by a
//! stand-in that is text to it and that forces quotes (a backtick may not stand in an unquoted
//! attribute). Then the tags are put back. A template whose tags do not all come back in the same
//! kind of place is used as it was written. Refused: a tag inside an HTML tag but outside a quoted
//! attribute, where no escaping could hold a value.

use minify_html::{Cfg, minify};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

use crate::language::Localized;

/// What is wrong with a template as HTML, on which line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Counted from 1.
    pub line: usize,
    pub message: Localized,
}

/// The template without what a browser does not need.
pub fn template(source: &str) -> Result<String, Mistake> {
    let pieces = pieces(source)?;
    // Private-use letters mark the stand-ins; a template that has them itself is left alone.
    if source.contains([BEGIN, END]) {
        return Ok(source.to_owned());
    }
    let mut plain = String::with_capacity(source.len());
    let mut hidden: Vec<&str> = Vec::new();
    for piece in &pieces {
        match piece.kind {
            Kind::Html => plain.push_str(piece.text),
            Kind::Comment => {}
            Kind::Tag(place) if place == Place::Attribute || prints(piece.text) => {
                plain.push_str(&format!("{BEGIN}`{}`{END}", hidden.len()));
                hidden.push(piece.text);
            }
            Kind::Tag(_) => plain.push_str(piece.text),
        }
    }
    let minified =
        String::from_utf8(minify(plain.as_bytes(), &configuration())).unwrap_or_default();
    let restored = restore(&minified, &hidden);
    Ok(restored
        .filter(|restored| same_tags(&pieces, restored))
        .unwrap_or_else(|| source.to_owned()))
}

/// A classic script without comments, spaces and long names. A script that cannot be read is used
/// as it was written.
pub fn script(source: &[u8]) -> Vec<u8> {
    let written = || source.to_vec();
    let Ok(text) = std::str::from_utf8(source) else { return written() };
    let memory = Allocator::default();
    let parsed = Parser::new(&memory, text, SourceType::cjs()).parse();
    if parsed.panicked || !parsed.errors.is_empty() {
        return written();
    }
    let mut program = parsed.program;
    // The safest changes only: a script may do something where a minifier sees nothing.
    let options = MinifierOptions {
        mangle: Some(MangleOptions::default()),
        compress: Some(CompressOptions::safest()),
    };
    let names = Minifier::new(options).minify(&memory, &mut program).scoping;
    // minify-html leaves the shorter names out here, which is why it does not do this.
    let tight = Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(names)
        .build(&program)
        .code;
    if tight.len() < source.len() { tight.into_bytes() } else { written() }
}

/// A style sheet without comments and without the spaces that say nothing. Spaces before a colon
/// and round `+`, `-` and `*` may say something and stay; what stands in quotation marks or in
/// `url()` stays as it is.
pub fn style(source: &[u8]) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(source) else { return source.to_vec() };
    let mut tight = String::with_capacity(text.len());
    let mut rest = text;
    let mut spaced = false;
    while let Some(letter) = rest.chars().next() {
        let (length, is_space) = match letter {
            '/' if rest.starts_with("/*") => {
                (rest.find("*/").map_or(rest.len(), |end| end + 2), true)
            }
            '"' | '\'' => (string_end(rest, letter), false),
            'u' if rest.starts_with("url(") => {
                (rest.find(')').map_or(rest.len(), |end| end + 1), false)
            }
            '\\' => (1 + rest[1..].chars().next().map_or(0, char::len_utf8), false),
            _ => (letter.len_utf8(), letter.is_ascii_whitespace()),
        };
        let (piece, after) = rest.split_at(length);
        rest = after;
        if is_space {
            spaced = true;
            continue;
        }
        let parts = |letter: char| matches!(letter, '{' | '}' | ';' | ',');
        let before = tight.chars().next_back();
        if spaced && !parts(letter) && before.is_some_and(|before| !parts(before) && before != ':')
        {
            tight.push(' ');
        }
        if letter == '}' && before == Some(';') {
            tight.pop();
        }
        tight.push_str(piece);
        spaced = false;
    }
    tight.into_bytes()
}

/// Where a string that begins here ends.
fn string_end(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == quote => return at + letter.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

const BEGIN: char = '\u{e000}';
const END: char = '\u{e001}';

fn configuration() -> Cfg {
    Cfg {
        // A closing tag before a template's tag cannot be guessed.
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        preserve_brace_template_syntax: true,
        ..Cfg::default()
    }
}

/// The stand-ins replaced by their tags; `None` unless each is there once.
fn restore(minified: &str, hidden: &[&str]) -> Option<String> {
    let mut restored =
        String::with_capacity(minified.len() + hidden.iter().map(|tag| tag.len()).sum::<usize>());
    let mut seen = vec![false; hidden.len()];
    let mut rest = minified;
    while let Some((before, after)) = rest.split_once(BEGIN) {
        let (number, after) = after.split_once(END)?;
        let number: usize = number.trim_matches('`').parse().ok()?;
        if std::mem::replace(seen.get_mut(number)?, true) {
            return None;
        }
        restored.push_str(before);
        restored.push_str(hidden[number]);
        rest = after;
    }
    restored.push_str(rest);
    seen.into_iter().all(|seen| seen).then_some(restored)
}

/// Whether both have the same tags in the same kinds of places. Attributes may be in another order.
fn same_tags(before: &[Piece<'_>], after: &str) -> bool {
    let Ok(after) = pieces(after) else { return false };
    let tags = |pieces: &[Piece<'_>]| {
        let mut tags: Vec<(Kind, String)> = pieces
            .iter()
            .filter(|piece| matches!(piece.kind, Kind::Tag(_)))
            .map(|piece| (piece.kind, piece.text.to_owned()))
            .collect();
        tags.sort();
        tags
    };
    tags(before) == tags(&after)
}

/// A stretch of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece<'text> {
    kind: Kind,
    text: &'text str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Html,
    /// `{# ... #}`
    Comment,
    /// `{{ ... }}` or `{% ... %}`
    Tag(Place),
}

/// Where in the HTML a tag of the template language stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Content,
    /// In a quoted attribute.
    Attribute,
}

/// Where the reading of HTML is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Html {
    Content,
    Comment,
    Tag,
    Quoted(u8),
}

fn pieces(source: &str) -> Result<Vec<Piece<'_>>, Mistake> {
    let bytes = source.as_bytes();
    let mut pieces = Vec::new();
    let mut state = Html::Content;
    let (mut start, mut at) = (0, 0);
    while at < bytes.len() {
        let close = match &bytes[at..bytes.len().min(at + 2)] {
            b"{{" => Some("}}"),
            b"{%" => Some("%}"),
            b"{#" => Some("#}"),
            _ => None,
        };
        let Some(close) = close else {
            (state, at) = step(source, at, state);
            continue;
        };
        if start < at {
            pieces.push(Piece { kind: Kind::Html, text: &source[start..at] });
        }
        let mistake = |vi: &str, en: &str| Mistake {
            line: source[..at].matches('\n').count() + 1,
            message: Localized::text(vi, en),
        };
        let end = tag_end(source, at + 2, close)
            .ok_or_else(|| mistake("thẻ của mẫu trang chưa được đóng", "the tag is not closed"))?;
        let kind = match (close, state) {
            ("#}", _) => Kind::Comment,
            (_, Html::Content | Html::Comment) => Kind::Tag(Place::Content),
            (_, Html::Quoted(_)) => Kind::Tag(Place::Attribute),
            (_, Html::Tag) => {
                return Err(mistake(
                    "bên trong một thẻ HTML, `{{ }}` và `{% %}` chỉ được đứng trong thuộc tính \
                     có dấu nháy: hãy viết class=\"{{ name }}\"",
                    "inside an HTML tag, `{{ }}` and `{% %}` may only stand in a quoted \
                     attribute: write class=\"{{ name }}\"",
                ));
            }
        };
        pieces.push(Piece { kind, text: &source[at..end] });
        (start, at) = (end, end);
    }
    if start < bytes.len() {
        pieces.push(Piece { kind: Kind::Html, text: &source[start..] });
    }
    Ok(pieces)
}

/// Where a tag of the template language ends; strings in it may hold its closing mark.
fn tag_end(source: &str, from: usize, close: &str) -> Option<usize> {
    let bytes = source.as_bytes();
    let mut quote = None;
    let mut at = from;
    while at < bytes.len() {
        match (quote, bytes[at]) {
            (None, _) if bytes[at..].starts_with(close.as_bytes()) => {
                return Some(at + close.len());
            }
            (None, letter @ (b'"' | b'\'' | b'`')) if close != "#}" => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
        at += 1;
    }
    None
}

/// Reads one byte of HTML, or one comment mark.
fn step(source: &str, at: usize, state: Html) -> (Html, usize) {
    let rest = &source.as_bytes()[at..];
    let next = match (state, rest[0]) {
        (Html::Content, b'<') if rest.starts_with(b"<!--") => return (Html::Comment, at + 4),
        (Html::Comment, b'-') if rest.starts_with(b"-->") => return (Html::Content, at + 3),
        (Html::Content, b'<')
            if rest.get(1).is_some_and(|letter| {
                letter.is_ascii_alphabetic() || *letter == b'/' || *letter == b'!'
            }) =>
        {
            Html::Tag
        }
        (Html::Tag, b'>') => Html::Content,
        (Html::Tag, quote @ (b'"' | b'\'')) => Html::Quoted(quote),
        (Html::Quoted(open), quote) if open == quote => Html::Tag,
        (state, _) => state,
    };
    (next, at + 1)
}

/// Whether a tag leaves something in its place: an expression, an included template, a component, a
/// block.
fn prints(tag: &str) -> bool {
    let inside = tag.trim_start_matches(['{', '%', '-']).trim_start();
    tag.starts_with("{{") || inside.starts_with("include")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minified(source: &str) -> String {
        template(source).expect("the template is right")
    }

    #[test]
    fn space_and_comments_go_and_meaning_stays() {
        assert_eq!(
            minified("<ul>\n  {# list #}\n  <li>{{ a }}</li>\n  <li>{{ b }}</li>\n</ul>\n"),
            "<ul><li>{{ a }}</li><li>{{ b }}</li></ul>"
        );
    }

    #[test]
    fn space_beside_a_value_is_text() {
        assert_eq!(
            minified("<p>{{ a }} and <b>{{ b }}</b> {{ c }}</p>"),
            "<p>{{ a }} and <b>{{ b }}</b> {{ c }}</p>"
        );
        assert_eq!(minified("<div>{{ a }} {{ b }}</div>"), "<div>{{ a }} {{ b }}</div>");
        assert_eq!(
            minified("<p>{{ a }} {% include 'b' %}</p>"),
            "<p>{{ a }} {% include 'b' %}</p>"
        );
    }

    #[test]
    fn an_attribute_with_a_value_stays_quoted() {
        assert_eq!(
            minified("<a class=\"plain\" href=\"{{ a }}\">x</a>"),
            "<a href=\"{{ a }}\" class=plain>x</a>"
        );
        assert_eq!(minified("<a href='{{ a }}'>x</a>"), "<a href=\"{{ a }}\">x</a>");
        assert_eq!(
            minified("<a class=\"x{% if a == \"b\" %} y{% endif %}\">x</a>"),
            "<a class=\"x{% if a == \"b\" %} y{% endif %}\">x</a>"
        );
        assert_eq!(
            minified("<a href=\"{{ a ~ \"}}\" }}#{{ b }}\">x</a>"),
            "<a href=\"{{ a ~ \"}}\" }}#{{ b }}\">x</a>"
        );
    }

    #[test]
    fn a_tag_where_no_value_is_safe_is_refused_with_its_line() {
        let mistake =
            template("<p>\n<input {% if a %}checked{% endif %}></p>").expect_err("a tag in a tag");
        assert_eq!(mistake.line, 2);
        assert!(template("<a href={{ a }}>x</a>").is_err());
        assert!(template("<p>{{ a </p>").is_err());
    }

    #[test]
    fn a_comparison_in_text_is_no_tag() {
        assert_eq!(
            minified("<p>{% if a < b %}x{% endif %} 1 < 2 {{ c }}</p>"),
            "<p>{% if a < b %}x{% endif %} 1 &lt; 2 {{ c }}</p>"
        );
    }

    #[test]
    fn a_template_that_minifying_would_break_is_left_as_it_is() {
        let own = "<p>\u{e000}</p>  <p>{{ a }}</p>";
        assert_eq!(minified(own), own);
    }

    #[test]
    fn a_script_loses_its_comments_and_keeps_its_meaning() {
        let text = |source: &str| String::from_utf8(script(source.as_bytes())).expect("text");
        assert_eq!(
            text(
                "// Says so.\n(function (window) {\n  // Here.\n  window.said = \"so // \
                 so\";\n})(window);\n"
            )
            .matches("//")
            .count(),
            1
        );
        assert!(!text("// Says so.\nvar a = 1;\n").contains("Says"));
        assert!(text("var a = \"</script><b>\";").contains("script><b>"));
        assert_eq!(
            text(
                "(function (window) { var long = window.kept; window.long = long + long; \
                 })(window);"
            )
            .matches("long")
            .count(),
            1
        );
        // What other scripts may use keeps its name.
        assert!(
            text("var shared = 1;\nfunction together(first) { return first; }\n")
                .contains("together")
        );
        let broken = "var a = ;";
        assert!(text(broken).contains("var a"));
    }

    #[test]
    fn a_style_sheet_loses_what_says_nothing() {
        let text = |source: &str| String::from_utf8(style(source.as_bytes())).expect("text");
        assert_eq!(
            text("/* So. */\na :hover , b {\n  color: red;\n  margin: 0 -1px;\n}\n"),
            "a :hover,b{color:red;margin:0 -1px}"
        );
        assert_eq!(
            text("p::before { content: \" ; /* x */ \\\" , \"; }"),
            "p::before{content:\" ; /* x */ \\\" , \"}"
        );
        assert_eq!(
            text("@media (min-width: 64rem) and (hover) { a { inline-size: calc(1px + 2px); } }"),
            "@media (min-width:64rem) and (hover){a{inline-size:calc(1px + 2px)}}"
        );
        assert_eq!(
            text("a { background: url( data:x;y ) , none }"),
            "a{background:url( data:x;y ),none}"
        );
        for broken in ["", "/*", "\"", "url(", "\\", "a{", "é\\é"] {
            style(broken.as_bytes());
        }
    }
}
