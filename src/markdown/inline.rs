//! The visible text of one paragraph, with how it looks and where it comes from: NFC, runs of white
//! space as one space. Knows nothing of Markdown's blocks.

use std::ops::Range;

use crate::language::text::nfc;
use crate::portal::Run;

/// A stretch of visible text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Inline {
    pub text: String,
    /// In order, covering the text.
    pub runs: Vec<Run>,
    /// (offset in the text, offset in the source), in order.
    pub origins: Vec<(usize, usize)>,
    /// In order.
    pub marks: Vec<InlineMark>,
}

/// The mark of a footnote: no part of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct InlineMark {
    /// Where in the text it stands.
    pub offset: usize,
    /// Of the footnote.
    pub label: String,
    pub source: Range<usize>,
}

impl Inline {
    /// Where in the source the character at `offset` stands.
    pub fn source_at(&self, offset: usize) -> usize {
        let next = self.origins.partition_point(|&(text, _)| text <= offset);
        next.checked_sub(1)
            .map_or(0, |index| self.origins[index].1 + (offset - self.origins[index].0))
    }

    /// What is left without the first `length` bytes.
    pub fn without_prefix(mut self, length: usize) -> Inline {
        let start = self.source_at(length);
        self.text.drain(..length);
        for run in &mut self.runs {
            run.range =
                run.range.start.saturating_sub(length)..run.range.end.saturating_sub(length);
        }
        self.runs.retain(|run| !run.range.is_empty());
        self.origins.retain(|&(text, _)| text > length);
        for origin in &mut self.origins {
            origin.0 -= length;
        }
        self.origins.insert(0, (0, start));
        for mark in &mut self.marks {
            mark.offset = mark.offset.saturating_sub(length);
        }
        self
    }

    /// The same words, all of them strong: a heading without a label.
    pub fn strong(mut self) -> Inline {
        for run in &mut self.runs {
            run.strong = true;
        }
        self
    }
}

/// How a piece of text looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub strong: bool,
    pub emphasis: bool,
    pub link: Option<String>,
}

impl Style {
    fn is_plain(&self) -> bool {
        !self.strong && !self.emphasis && self.link.is_none()
    }

    fn is_of(&self, run: &Run) -> bool {
        self.strong == run.strong && self.emphasis == run.emphasis && self.link == run.link
    }
}

/// Puts the visible text together, piece by piece.
#[derive(Debug, Default)]
pub(super) struct InlineBuilder {
    inline: Inline,
    /// Where a text that stays empty would stand.
    start: usize,
    /// White space that becomes a space once something follows: its place, and whether it looks
    /// like what stands before it.
    space: Option<(usize, bool)>,
}

impl InlineBuilder {
    /// A text that will stand at `start` in the source.
    pub fn at(start: usize) -> Self {
        InlineBuilder { start, ..InlineBuilder::default() }
    }

    /// Adds text that stands at `source`. Characters that nobody sees are left out, so that no
    /// quote misses for them.
    pub fn push(&mut self, text: &str, source: usize, style: &Style) {
        for (offset, character) in text.char_indices() {
            if is_invisible(character) {
                continue;
            }
            if character.is_whitespace() || character.is_control() {
                self.push_space(source + offset, style);
                continue;
            }
            if let Some((place, like_before)) = self.space.take() {
                self.push_visible(' ', place);
                if like_before {
                    self.cover(None);
                } else if !style.is_plain() {
                    self.cover(Some(&Style::default()));
                }
            }
            self.push_visible(character, source + offset);
            self.cover(Some(style));
        }
    }

    /// Adds white space, however much of it there is already.
    pub fn push_space(&mut self, source: usize, style: &Style) {
        if self.space.is_none() && !self.inline.text.is_empty() {
            self.space =
                Some((source, self.inline.runs.last().is_some_and(|run| style.is_of(run))));
        }
    }

    /// Adds the mark of a footnote, right behind the last word.
    pub fn push_mark(&mut self, label: &str, source: Range<usize>) {
        self.inline.marks.push(InlineMark {
            offset: self.inline.text.len(),
            label: label.to_owned(),
            source,
        });
    }

    pub fn finish(mut self) -> Inline {
        if self.inline.text.is_empty() {
            self.inline.origins.push((0, self.start));
        }
        match nfc(&self.inline.text) {
            std::borrow::Cow::Borrowed(_) => self.inline,
            std::borrow::Cow::Owned(_) => composed(&self.inline),
        }
    }

    fn push_visible(&mut self, character: char, source: usize) {
        add_origin(&mut self.inline.origins, self.inline.text.len(), source);
        self.inline.text.push(character);
    }

    /// Extends the runs to the end of the text, in the style given or that of the last run.
    fn cover(&mut self, style: Option<&Style>) {
        let end = self.inline.text.len();
        let start = self.inline.runs.last().map_or(0, |run| run.range.end);
        match (self.inline.runs.last_mut(), style) {
            (Some(last), None) => last.range.end = end,
            (Some(last), Some(style)) if style.is_of(last) => last.range.end = end,
            (_, style) => {
                let Style { strong, emphasis, link } = style.cloned().unwrap_or_default();
                self.inline.runs.push(Run { range: start..end, strong, emphasis, link });
            }
        }
    }
}

/// Notes where the text at `offset` comes from, unless the last note says so already.
fn add_origin(origins: &mut Vec<(usize, usize)>, offset: usize, source: usize) {
    if origins.last().is_none_or(|&(text, place)| place + (offset - text) != source) {
        origins.push((offset, source));
    }
}

/// Soft hyphens, zero-width spaces and marks that turn the writing direction: they come with pasted
/// text and would make two texts that look alike differ.
pub fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The text in NFC, cluster by cluster, so that every place in it is still known in the source.
fn composed(inline: &Inline) -> Inline {
    let mut out = Inline::default();
    let mut runs = inline.runs.iter().peekable();
    let mut origins = inline.origins.iter().peekable();
    let mut marks = inline.marks.iter().peekable();
    let mut put_marks = |out: &mut Inline, end: usize| {
        while let Some(mark) = marks.next_if(|mark| mark.offset <= end) {
            out.marks.push(InlineMark { offset: out.text.len(), ..mark.clone() });
        }
    };
    put_marks(&mut out, 0);
    let mut source_at = {
        let mut current = (0, 0);
        move |offset: usize, out: Option<(&mut Vec<(usize, usize)>, isize)>| {
            let mut kept = out;
            while let Some(&&(text, source)) = origins.peek().filter(|origin| origin.0 <= offset) {
                current = (text, source);
                if let Some((list, shift)) = kept.as_mut() {
                    add_origin(list, text.saturating_add_signed(*shift), source);
                }
                origins.next();
            }
            current.1 + (offset - current.0)
        }
    };
    let starts: Vec<usize> = inline
        .text
        .char_indices()
        .filter(|&(offset, character)| offset == 0 || begins_cluster(character))
        .map(|(offset, _)| offset)
        .collect();
    for (index, &start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(inline.text.len());
        let cluster = &inline.text[start..end];
        let composed = nfc(cluster);
        let place = out.text.len();
        let source = source_at(start, None);
        add_origin(&mut out.origins, place, source);
        if composed == cluster {
            let shift = place as isize - start as isize;
            source_at(end - 1, Some((&mut out.origins, shift)));
        } else if composed.len() > 1 {
            // The last byte of what was composed stands for the last byte of its parts, so that a
            // range ends behind them.
            let last = source_at(end - 1, None);
            add_origin(&mut out.origins, place + composed.len() - 1, last);
        }
        out.text.push_str(&composed);
        put_marks(&mut out, end);
        while let Some(run) = runs.next_if(|run| run.range.end <= end) {
            let begin = out.runs.last().map_or(0, |last| last.range.end);
            if begin < out.text.len() {
                out.runs.push(Run { range: begin..out.text.len(), ..run.clone() });
            }
        }
    }
    out
}

/// Whether the character never joins with the one before it: letters with their marks composed,
/// punctuation.
fn begins_cluster(character: char) -> bool {
    character < '\u{300}'
        || ('\u{1e00}'..='\u{1eff}').contains(&character)
        || ('\u{2000}'..='\u{206f}').contains(&character)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(pieces: &[(&str, usize)]) -> Inline {
        let mut builder = InlineBuilder::default();
        for (text, source) in pieces {
            builder.push(text, *source, &Style::default());
        }
        builder.finish()
    }

    #[test]
    fn white_space_of_any_sort_and_length_is_one_space() {
        let inline = plain(&[("  giáo\u{a0}\u{a0} dục \t", 0), ("\r\nmầm  non  ", 30)]);
        assert_eq!(inline.text, "giáo dục mầm non");
        assert_eq!(
            inline.runs,
            [Run { range: 0..inline.text.len(), strong: false, emphasis: false, link: None }]
        );
    }

    #[test]
    fn what_cannot_be_seen_is_left_out_and_places_stay_right() {
        let inline = plain(&[("đạt\u{200b} 48\u{ad},5%", 100)]);
        assert_eq!(inline.text, "đạt 48,5%");
        assert_eq!(
            inline.source_at(inline.text.find(",5").expect("it is there")),
            100 + "đạt\u{200b} 48\u{ad}".len()
        );
    }

    #[test]
    fn runs_cover_the_text_and_a_space_between_a_word_and_a_link_is_not_in_the_link() {
        let link = Style { link: Some("https://a.vn".into()), ..Style::default() };
        let strong = Style { strong: true, ..Style::default() };
        let mut builder = InlineBuilder::default();
        builder.push("Nơi nhận:", 2, &strong);
        builder.push(" ", 13, &Style::default());
        builder.push("cổng", 15, &link);
        builder.push(" và báo", 30, &Style::default());
        let inline = builder.finish();
        let parts: Vec<(&str, bool, bool)> = inline
            .runs
            .iter()
            .map(|run| (&inline.text[run.range.clone()], run.strong, run.link.is_some()))
            .collect();
        assert_eq!(
            parts,
            [
                ("Nơi nhận:", true, false),
                (" ", false, false),
                ("cổng", false, true),
                (" và báo", false, false)
            ]
        );
    }

    #[test]
    fn decomposed_letters_are_composed_and_their_places_are_those_of_their_parts() {
        let source = "tra\u{309}i nghie\u{323}\u{302}m 5%";
        let inline = plain(&[(source, 0)]);
        assert_eq!(inline.text, "trải nghiệm 5%");
        let origin = |part: &str| inline.source_at(inline.text.find(part).expect("it is there"));
        assert_eq!(origin("ả"), 2);
        assert_eq!(origin("i nghiệm"), source.find("i nghi").expect("it is there"));
        assert_eq!(origin("5%"), source.find("5%").expect("it is there"));
        assert_eq!(inline.runs[0].range, 0..inline.text.len());
        // The last byte of `ệ` is the last byte of its second mark.
        assert_eq!(
            inline.source_at(inline.text.find("m 5").expect("it is there") - 1) + 1,
            source.find("m 5").expect("it is there")
        );
    }

    #[test]
    fn a_run_that_ends_before_a_combining_mark_still_covers_whole_letters() {
        let mut builder = InlineBuilder::default();
        builder.push("e", 2, &Style { strong: true, ..Style::default() });
        builder.push("\u{301}m", 5, &Style::default());
        let inline = builder.finish();
        assert_eq!(inline.text, "ém");
        assert_eq!(
            inline.runs.iter().map(|run| run.range.clone()).collect::<Vec<_>>(),
            [0..2, 2..3]
        );
    }

    #[test]
    fn marks_stand_behind_their_word_also_where_letters_are_composed() {
        let mut builder = InlineBuilder::default();
        let plain = Style::default();
        builder.push_mark("0", 0..4);
        builder.push("tra\u{309}i ", 4, &plain);
        builder.push_mark("1", 12..16);
        builder.push(" nghie\u{323}", 16, &plain);
        builder.push_mark("2", 24..28);
        builder.push("\u{302}m", 28, &plain);
        builder.push_mark("3", 31..35);
        let inline = builder.finish();
        assert_eq!(inline.text, "trải nghiệm");
        let before = |inline: &Inline| {
            inline
                .marks
                .iter()
                .map(|mark| inline.text[..mark.offset].to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            before(&inline),
            ["", "trải", "trải nghiệ", "trải nghiệm"],
            "a mark never cuts a letter"
        );
        assert_eq!(before(&inline.without_prefix("trải ".len())), ["", "", "nghiệ", "nghiệm"]);
    }

    #[test]
    fn a_prefix_goes_with_its_runs_and_origins() {
        let mut builder = InlineBuilder::default();
        builder.push("2. Xây", 10, &Style { strong: true, ..Style::default() });
        builder.push(" dựng", 30, &Style::default());
        let inline = builder.finish().without_prefix(3);
        assert_eq!(inline.text, "Xây dựng");
        assert_eq!(inline.source_at(0), 13);
        assert_eq!(inline.source_at(5), 31);
        assert_eq!(inline.runs.len(), 2);
        let nothing = inline.clone().without_prefix(inline.text.len());
        assert_eq!((nothing.text.as_str(), nothing.runs.len()), ("", 0));
    }
}
