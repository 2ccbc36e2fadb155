//! The footnotes of a page of prose, in the form that those of plans have: a mark leads to its
//! footnote, and the footnote back to its first mark.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::super::footnotes::{
    WrittenMark, back_to_mark, dangling_mark, name, repeated_footnote, unmarked_footnote,
};
use super::super::tree::footnote_key;
use super::escaped;
use crate::diagnostic::{Location, Report, Source};
use crate::language::{Language, Localized};

/// What is known so far of the footnotes, by their labels.
#[derive(Default)]
pub(super) struct Notes {
    /// The id of each label that was met, in a mark or before a footnote.
    ids: BTreeMap<String, String>,
    /// The id of the first mark of each label.
    first_marks: BTreeMap<String, String>,
    /// Every mark, and those in the page's title, where none is shown.
    written: Vec<WrittenMark>,
    in_title: Vec<WrittenMark>,
    /// What looks like a mark and is text.
    pub dangling: Vec<WrittenMark>,
    open: Option<Open>,
    /// In the order of the text.
    complete: Vec<(WrittenMark, String)>,
}

/// A footnote that is being read.
struct Open {
    mark: WrittenMark,
    html: String,
    /// Definitions may stand in definitions; the outermost takes all.
    depth: usize,
}

impl Notes {
    /// The HTML of a mark; `id` makes ids that the page does not have.
    pub fn mark(
        &mut self,
        label: &str,
        range: Range<usize>,
        language: Language,
        mut id: impl FnMut(String) -> String,
    ) -> String {
        self.written.push((label.to_owned(), range));
        let key = footnote_key(label);
        let note = self.ids.entry(key.clone()).or_insert_with(|| id(note_id(label))).clone();
        let mark = id(format!("{note}-ref"));
        self.first_marks.entry(key).or_insert_with(|| mark.clone());
        let name = escaped(&name(label, language));
        format!(
            "<sup class=\"note-mark\"><a href=\"#{note}\" id=\"{mark}\" \
             aria-label=\"{name}\">[{}]</a></sup>",
            escaped(label)
        )
    }

    pub fn mark_in_title(&mut self, label: &str, range: Range<usize>) {
        self.written.push((label.to_owned(), range.clone()));
        self.in_title.push((label.to_owned(), range));
    }

    /// What a footnote says so far, while one is being read.
    pub fn open(&mut self) -> Option<&mut String> {
        self.open.as_mut().map(|open| &mut open.html)
    }

    pub fn begin(&mut self, label: &str, range: Range<usize>, id: impl FnOnce(String) -> String) {
        if let Some(open) = &mut self.open {
            open.depth += 1;
            return;
        }
        self.ids.entry(footnote_key(label)).or_insert_with(|| id(note_id(label)));
        let end = range.start + "[^]".len() + label.len();
        self.open = Some(Open {
            mark: (label.to_owned(), range.start..end.min(range.end)),
            html: String::new(),
            depth: 1,
        });
    }

    pub fn end(&mut self) {
        let Some(mut open) = self.open.take() else { return };
        open.depth -= 1;
        match open.depth {
            0 => self.complete.push((open.mark, open.html)),
            _ => self.open = Some(open),
        }
    }

    /// All footnotes as they stand at the end of the page; what does not belong together is
    /// reported.
    pub fn finish(self, language: Language, source: &Arc<Source>, report: &mut Report) -> String {
        let at = |range: &Range<usize>| Location::new(source, range.clone());
        for (label, range) in &self.dangling {
            report.add(dangling_mark(label, range.clone(), source));
        }
        let mut known: BTreeMap<String, Location> = BTreeMap::new();
        let mut html = String::new();
        for ((label, range), words) in &self.complete {
            let key = footnote_key(label);
            if let Some(first) = known.get(&key) {
                report.add(repeated_footnote(label, at(range), first.clone()));
                continue;
            }
            if !self.first_marks.contains_key(&key) {
                let hidden = self.in_title.iter().find(|(hidden, _)| footnote_key(hidden) == key);
                let unmarked = unmarked_footnote(label, at(range));
                report.add(match hidden {
                    Some((_, mark)) => unmarked.with_related(
                        at(mark),
                        Localized::text(
                            "dấu này đứng trong tiêu đề trang, nơi không hiện dấu",
                            "this mark stands in the page's title, where none is shown",
                        ),
                    ),
                    None => unmarked,
                });
            }
            html.push_str(&self.note(&key, label, words, language));
            known.insert(key, at(range));
        }
        for (label, range) in
            self.written.iter().filter(|(label, _)| !known.contains_key(&footnote_key(label)))
        {
            report.add(dangling_mark(label, range.clone(), source));
        }
        if html.is_empty() {
            html
        } else {
            format!("<section class=\"footnotes\"><hr>{html}</section>")
        }
    }

    /// Its number stands in its first paragraph, and the way back in its last.
    fn note(&self, key: &str, label: &str, words: &str, language: Language) -> String {
        let number = format!(
            "<p id=\"{}\"><span class=\"note-number\">[{}]</span>",
            self.ids.get(key).map_or("", String::as_str),
            escaped(label)
        );
        let begun = match words.strip_prefix("<p>") {
            Some(rest) => format!("{number} {rest}"),
            None => format!("{number}</p>{words}"),
        };
        let Some(mark) = self.first_marks.get(key) else { return begun };
        let back = format!(
            "<a class=\"note-back\" href=\"#{mark}\" aria-label=\"{}\">↩</a>",
            escaped(&back_to_mark(label, language))
        );
        match begun.strip_suffix("</p>") {
            Some(rest) => format!("{rest} {back}</p>"),
            None => format!("{begun}<p>{back}</p>"),
        }
    }
}

fn note_id(label: &str) -> String {
    format!("fn-{}", super::super::slug(label))
}
