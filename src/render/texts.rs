//! The stretches of running text of a finished page, between its tags; elements in another language
//! are left alone.

use std::ops::Range;

/// Walks through a page's stretches of text in which words may be marked.
pub(super) struct Texts<'html> {
    html: &'html str,
    /// Elements that are left alone, whatever is in them.
    left_alone: &'static [&'static str],
    start: usize,
    end: usize,
}

impl<'html> Texts<'html> {
    pub(super) fn new(html: &'html str, from: usize, left_alone: &'static [&'static str]) -> Self {
        Texts { html, left_alone, start: from, end: from }
    }

    /// Whether the place is in such a text. Places are asked for from front to back.
    pub(super) fn holds(&mut self, place: usize) -> bool {
        while self.end <= place && self.end < self.html.len() {
            self.next();
        }
        (self.start..self.end).contains(&place)
    }

    /// The next of them.
    pub(super) fn next_text(&mut self) -> Option<Range<usize>> {
        if self.end >= self.html.len() {
            return None;
        }
        self.next();
        Some(self.start..self.end)
    }

    /// Past the tag that stands at the end of this text, and past its whole element where that is
    /// left alone.
    fn next(&mut self) {
        let tag = &self.html[self.end..];
        let tag_end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let name_end = tag.find([' ', '>', '/']).filter(|&end| end > 1).unwrap_or(1);
        let name = &tag[1..name_end.max(1)];
        let is_left_alone = self.left_alone.contains(&name)
            || (name != "html" && name != "main" && tag[..tag_end].contains(" lang="));
        let past = if is_left_alone { element_end(tag, name) } else { tag_end };
        self.start = self.end + past;
        self.end =
            self.html[self.start..].find('<').map_or(self.html.len(), |next| self.start + next);
    }
}

/// Where the element ends whose opening tag the text begins with.
pub(super) fn element_end(html: &str, name: &str) -> usize {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let is_whole = |at: usize| html[at + open.len()..].starts_with([' ', '>', '/']);
    let mut depth = 1;
    let mut at = open.len();
    while depth > 0 {
        let Some(end) = html[at..].find(&close).map(|end| at + end) else { return html.len() };
        depth +=
            html[at..end].match_indices(&open).filter(|(inner, _)| is_whole(at + inner)).count();
        depth -= 1;
        at = end + close.len();
    }
    at
}
