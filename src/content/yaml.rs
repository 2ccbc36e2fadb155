//! YAML as a tree that knows where everything stands, so that a wrong value on line 17 is reported
//! on line 17.
//!
//! Built from the events of `saphyr-parser`, because every mistake of a file is to be found in one
//! run (a typed deserializer stops at the first) and because a number is wanted as it was typed
//! (`48,5`, `1.000`, `8.0`). Aliases, tags, several documents and deep nesting are refused: content
//! needs none, and hostile files use them.

use std::ops::Range;
use std::sync::Arc;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use super::syntax::in_vietnamese;
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::{Localized, text};

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub range: Range<usize>,
    pub value: Value,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// As typed, in NFC; `plain` where it stands without quotes.
    Scalar {
        text: String,
        plain: bool,
    },
    List(Vec<Node>),
    Map(Vec<Entry>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub key: String,
    pub key_range: Range<usize>,
    pub value: Node,
}

impl Node {
    /// Whether nothing was typed: `key:` or `key: ~`.
    pub fn is_empty(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, plain: true } if matches!(text.as_str(), "" | "~" | "null"))
    }
}

/// No file that people edit comes near these.
const DEEPEST: usize = 24;
const LARGEST: usize = 32 * 1024 * 1024;

/// Reads a file. An empty file is an empty mapping; a file that is not YAML is reported and gives
/// `None`.
pub fn parse(source: &Arc<Source>, report: &mut Report) -> Option<Node> {
    if source.text.len() > LARGEST {
        report.add(syntax(
            Location::file(source),
            "the file is larger than 32 MiB",
            "tệp lớn hơn 32 MiB",
        ));
        return None;
    }
    let patched = quote_comparators(source, report);
    let mut builder =
        Builder { source, report, offsets: Offsets::new(&source.text), duplicates: 0 };
    let mut events = Parser::new_from_str(&patched);
    builder.document(&mut events)
}

/// `goal: > 57.6` would open a block scalar. Reports it and replaces the sign, character for
/// character, so that the rest of the file is still read with the right places.
fn quote_comparators(source: &Arc<Source>, report: &mut Report) -> String {
    let mut patched = String::with_capacity(source.text.len() + 8);
    let mut offset = 0;
    for line in source.text.split_inclusive('\n') {
        if let Some(sign) = unquoted_comparator(line) {
            let value = line[sign..].trim_end();
            let location = Location::new(source, offset + sign..offset + sign + value.len());
            report.add(Diagnostic::new(
                Code::NumberFormat,
                location,
                Localized::text(
                    format!(
                        "`{value}` không có dấu ngoặc kép nên YAML đọc `>` thành ký hiệu mở \
                         khối văn bản"
                    ),
                    format!(
                        "`{value}` stands without quotes, so YAML reads `>` as the start of a \
                         text block"
                    ),
                ),
                Localized::text("thiếu dấu ngoặc kép", "quotes are missing"),
                Localized::text(format!("hãy gõ \"{value}\""), format!("type \"{value}\"")),
            ));
            patched.push_str(&line[..sign]);
            patched.push('›');
            patched.push_str(&line[sign + 1..]);
        } else {
            patched.push_str(line);
        }
        offset += line.len();
    }
    patched
}

/// Where in the line a `>` stands that is followed by a number, right after `key: `.
fn unquoted_comparator(line: &str) -> Option<usize> {
    let colon = line.find(": ")?;
    let key = line[..colon].trim_start().trim_start_matches("- ");
    if key.is_empty() || !key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
        return None;
    }
    let sign =
        colon + 2 + (line[colon + 2..].len() - line[colon + 2..].trim_start_matches(' ').len());
    let after = line[sign..].strip_prefix('>')?;
    let number = after.trim_start_matches('=').trim_start_matches(' ');
    let number = number.strip_prefix(['-', '\u{2212}']).unwrap_or(number);
    let block_header = after.trim_end().chars().all(|character| matches!(character, '-' | '+'))
        || is_indentation_header(after.trim_end());
    (number.starts_with(|character: char| character.is_ascii_digit()) && !block_header)
        .then_some(sign)
}

/// `>2`, `>2-`: a block scalar that gives its indentation.
fn is_indentation_header(after: &str) -> bool {
    let mut characters = after.chars();
    characters.next().is_some_and(|first| ('1'..='9').contains(&first))
        && characters.all(|rest| matches!(rest, '-' | '+'))
}

fn syntax(location: Location, en: impl Into<String>, vi: impl Into<String>) -> Diagnostic {
    Diagnostic::new(
        Code::YamlSyntax,
        location,
        Localized::text(
            format!("không đọc được tệp YAML: {}", vi.into()),
            format!("this YAML cannot be read: {}", en.into()),
        ),
        Localized::text("tại đây", "here"),
        Localized::text(
            "kiểm tra thụt lề (chỉ dùng dấu cách), dấu hai chấm và dấu ngoặc kép quanh dòng này",
            "look at the indentation (spaces only), the colons and the quotes around this line",
        ),
    )
}

struct Builder<'run> {
    source: &'run Arc<Source>,
    report: &'run mut Report,
    offsets: Offsets<'run>,
    duplicates: usize,
}

impl Builder<'_> {
    fn document<'input>(
        &mut self,
        events: &mut impl Iterator<Item = Result<(Event<'input>, Span), saphyr_parser::ScanError>>,
    ) -> Option<Node> {
        let mut open: Vec<Open> = Vec::new();
        let mut root: Option<Node> = None;
        let mut documents = 0;
        for event in events {
            let (event, span) = match event {
                Ok(event) => event,
                Err(error) => {
                    let at = self.offsets.byte(error.marker().index());
                    let place = at.min(self.source.text.len());
                    self.report.add(syntax(
                        Location::new(self.source, place..place),
                        error.info(),
                        in_vietnamese(error.info()).map_or_else(
                            || format!("cấu trúc dừng ở đây (bộ đọc YAML báo: {})", error.info()),
                            str::to_owned,
                        ),
                    ));
                    return None;
                }
            };
            let range = self.offsets.byte(span.start.index())..self.offsets.byte(span.end.index());
            match event {
                Event::DocumentStart(_) => {
                    documents += 1;
                    if documents > 1 {
                        self.report.add(syntax(
                            Location::new(self.source, range),
                            "a second document begins (`---`)",
                            "có tài liệu thứ hai (`---`)",
                        ));
                        return None;
                    }
                }
                Event::Alias(_) => {
                    self.report.add(syntax(
                        Location::new(self.source, range),
                        "aliases (`*name`) are not used in content",
                        "không dùng bí danh (`*tên`)",
                    ));
                    return None;
                }
                Event::SequenceStart(anchor, ref tag) | Event::MappingStart(anchor, ref tag) => {
                    if anchor != 0 || tag.is_some() || open.len() >= DEEPEST {
                        self.report.add(syntax(
                            Location::new(self.source, range),
                            "anchors, tags and deep nesting are not used in content",
                            "không dùng neo, thẻ hoặc lồng quá sâu",
                        ));
                        return None;
                    }
                    let is_map = matches!(event, Event::MappingStart(..));
                    open.push(Open {
                        start: range.start,
                        key: None,
                        items: if is_map {
                            Items::Map(Vec::new())
                        } else {
                            Items::List(Vec::new())
                        },
                    });
                }
                Event::Scalar(value, style, anchor, tag) => {
                    if anchor != 0 || tag.is_some() {
                        self.report.add(syntax(
                            Location::new(self.source, range),
                            "anchors and tags are not used in content",
                            "không dùng neo và thẻ",
                        ));
                        return None;
                    }
                    let node = Node {
                        range,
                        value: Value::Scalar {
                            text: text::nfc(&value).into_owned(),
                            plain: style == ScalarStyle::Plain,
                        },
                    };
                    self.place(node, &mut open, &mut root);
                }
                Event::SequenceEnd | Event::MappingEnd => {
                    let closed = open.pop().expect("the parser closes only what it opened");
                    let (value, last) = match closed.items {
                        Items::List(nodes) => {
                            let last = nodes.last().map(|node| node.range.end);
                            (Value::List(nodes), last)
                        }
                        Items::Map(entries) => {
                            let last = entries.last().map(|entry| entry.value.range.end);
                            (Value::Map(entries), last)
                        }
                    };
                    let end =
                        if range.end > range.start { range.end } else { last.unwrap_or(range.end) };
                    self.place(
                        Node { range: closed.start..end.max(closed.start), value },
                        &mut open,
                        &mut root,
                    );
                }
                Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
            }
        }
        Some(
            root.filter(|node| !node.is_empty())
                .unwrap_or(Node { range: 0..0, value: Value::Map(Vec::new()) }),
        )
    }

    /// Puts a finished node where it belongs: into the innermost open list or mapping, or at the
    /// root.
    fn place(&mut self, node: Node, open: &mut [Open], root: &mut Option<Node>) {
        let Some(innermost) = open.last_mut() else {
            *root = Some(node);
            return;
        };
        match &mut innermost.items {
            Items::List(nodes) => nodes.push(node),
            Items::Map(entries) => match innermost.key.take() {
                None => {
                    let key = match node.value {
                        Value::Scalar { text, .. } => text,
                        _ => String::from("?"),
                    };
                    innermost.key = Some((key, node.range));
                }
                Some((key, key_range)) => {
                    // Only so many: a hostile file may repeat a key a million times.
                    if self.duplicates < 100
                        && let Some(first) = entries.iter().take(200).find(|entry| entry.key == key)
                    {
                        self.duplicates += 1;
                        self.report.add(
                            Diagnostic::new(
                                Code::DuplicateField,
                                Location::new(self.source, key_range.clone()),
                                Localized::text(
                                    format!("trường `{key}` có hai lần"),
                                    format!("the field `{key}` stands twice"),
                                ),
                                Localized::text("lần thứ hai", "the second time"),
                                Localized::text("xóa một trong hai", "delete one of the two"),
                            )
                            .with_related(
                                Location::new(self.source, first.key_range.clone()),
                                Localized::text("lần thứ nhất", "the first time"),
                            ),
                        );
                    }
                    entries.push(Entry { key, key_range, value: node });
                }
            },
        }
    }
}

struct Open {
    start: usize,
    key: Option<(String, Range<usize>)>,
    items: Items,
}

enum Items {
    List(Vec<Node>),
    Map(Vec<Entry>),
}

/// From the parser's character counts to byte offsets, in constant time.
struct Offsets<'text> {
    text: &'text str,
    /// The byte offset of every 64th character.
    steps: Vec<usize>,
}

impl<'text> Offsets<'text> {
    const STEP: usize = 64;

    fn new(text: &'text str) -> Self {
        Offsets {
            text,
            steps: text.char_indices().step_by(Self::STEP).map(|(byte, _)| byte).collect(),
        }
    }

    fn byte(&self, character: usize) -> usize {
        let Some(&start) = self.steps.get(character / Self::STEP) else {
            return self.text.len();
        };
        self.text[start..]
            .char_indices()
            .nth(character % Self::STEP)
            .map_or(self.text.len(), |(byte, _)| start + byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<Node>, Report) {
        let source = Arc::new(Source { path: "targets.yaml".into(), text: text.into() });
        let mut report = Report::default();
        let node = parse(&source, &mut report);
        (node, report)
    }

    fn names(report: &Report) -> Vec<(&'static str, (usize, usize))> {
        report
            .sorted()
            .iter()
            .map(|diagnostic| (diagnostic.code.name(), diagnostic.location.line_and_column()))
            .collect()
    }

    fn field<'node>(node: &'node Node, key: &str) -> &'node Node {
        let Value::Map(entries) = &node.value else { panic!("a mapping") };
        &entries.iter().find(|entry| entry.key == key).expect("the key").value
    }

    #[test]
    fn values_are_kept_as_typed_with_their_places() {
        let text = "tên: Lạng Sơn\ngoal: 8.0\ncode: \"01\"\nlist: [48,5]\n";
        let (node, report) = read(text);
        let node = node.expect("a tree");
        assert!(report.is_empty());
        assert_eq!(field(&node, "goal").value, Value::Scalar { text: "8.0".into(), plain: true });
        assert_eq!(field(&node, "code").value, Value::Scalar { text: "01".into(), plain: false });
        assert_eq!(&text[field(&node, "goal").range.clone()], "8.0");
        assert!(matches!(&field(&node, "list").value, Value::List(items) if items.len() == 2));
    }

    #[test]
    fn crlf_decomposed_text_and_an_empty_file_are_fine() {
        let (node, report) = read("name: La\u{323}ng\r\nnext: x\r\n");
        assert_eq!(
            field(&node.expect("a tree"), "name").value,
            Value::Scalar { text: "Lạng".into(), plain: true }
        );
        assert!(report.is_empty());
        assert_eq!(read("").0.expect("an empty mapping").value, Value::Map(vec![]));
        assert_eq!(
            read("# only a comment\n").0.expect("an empty mapping").value,
            Value::Map(vec![])
        );
    }

    #[test]
    fn an_unquoted_comparator_is_named_and_the_rest_is_still_read() {
        let (node, report) = read("goal: > 57.6\nnext: 1\nnext: 2\n");
        assert_eq!(names(&report), [("number-format", (1, 7)), ("duplicate-field", (3, 1))]);
        assert!(node.is_some());
        assert_eq!(names(&read("goal: >= 85\n").1), [("number-format", (1, 7))]);
        assert_eq!(names(&read("goal: > -0.5\n").1), [("number-format", (1, 7))]);
        assert!(read("text: >\n  folded\n  text\n").1.is_empty());
        assert!(read("text: >2-\n   folded\n").1.is_empty());
    }

    #[test]
    fn what_content_never_needs_is_refused() {
        for text in
            ["a: &x 1\nb: *x\n", "a: !!str 1\n", "---\na: 1\n---\nb: 2\n", "a: [1\n", "a: 'x\n"]
        {
            let (node, report) = read(text);
            assert!(
                node.is_none()
                    && names(&report).iter().all(|(name, _)| *name == "yaml-syntax")
                    && !report.is_empty(),
                "{text}"
            );
        }
        let deep = "[".repeat(100_000);
        assert!(read(&deep).0.is_none());
    }
}
