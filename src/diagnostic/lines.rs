//! Lines and columns of many places at once: each file is walked only once, however many findings
//! it has.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Location, Source};

/// Where something stands: lines and columns from 1, columns in characters; the end is the place
/// after the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub line: usize,
    pub column: usize,
    pub end_line: usize,
    pub end_column: usize,
}

/// The lines of the files that were asked about.
#[derive(Default)]
pub struct Lines {
    files: HashMap<*const Source, File>,
}

impl Lines {
    pub fn span(&mut self, location: &Location) -> Span {
        let (file, text) = (self.file(&location.source), &location.source.text);
        let (line, column) = file.line_and_column(text, location.range.start);
        let (end_line, end_column) =
            file.line_and_column(text, location.range.end.max(location.range.start));
        Span { line, column, end_line, end_column }
    }

    /// The line in which a place begins, without its end.
    pub fn line<'text>(&mut self, location: &'text Location) -> &'text str {
        let (file, text) = (self.file(&location.source), &location.source.text);
        let (start, end) = file.around(text, location.range.start);
        text[start..end].trim_end_matches(['\n', '\r'])
    }

    fn file(&mut self, source: &Arc<Source>) -> &File {
        self.files.entry(Arc::as_ptr(source)).or_insert_with(|| File::new(&source.text))
    }
}

struct File {
    /// The byte offset at which each line begins.
    starts: Vec<usize>,
    /// How many characters stand before every so many bytes: a line may be as long as the file.
    characters: Vec<usize>,
}

impl File {
    const STEP: usize = 1024;

    fn new(text: &str) -> File {
        let starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(newline, _)| newline + 1))
            .collect();
        let mut count = 0;
        let steps = text.as_bytes().chunks(Self::STEP).map(|bytes| {
            count += characters(bytes);
            count
        });
        let characters = std::iter::once(0).chain(steps).collect();
        File { starts, characters }
    }

    fn line_and_column(&self, text: &str, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|&start| start <= offset);
        (line, self.before(text, offset) - self.before(text, self.starts[line - 1]) + 1)
    }

    /// How many characters stand before a place.
    fn before(&self, text: &str, offset: usize) -> usize {
        let step = offset / Self::STEP;
        self.characters[step] + characters(&text.as_bytes()[step * Self::STEP..offset])
    }

    /// Where the line of a place begins, and where the next one does.
    fn around(&self, text: &str, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|&start| start <= offset);
        (self.starts[line - 1], self.starts.get(line).copied().unwrap_or(text.len()))
    }
}

/// How many characters begin in these bytes of a text.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0b1100_0000) != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_places_are_those_that_the_text_shows() {
        let long = format!("số: “{}”\r\nmới\n", "Lạng Sơn ".repeat(500));
        for text in ["", "a", "\n", "ế\nb\n\nc", long.as_str()] {
            let source = Arc::new(Source { path: "x.yaml".into(), text: text.into() });
            let mut lines = Lines::default();
            for offset in (0..=text.len()).filter(|offset| text.is_char_boundary(*offset)) {
                let location = Location::new(&source, offset..text.len());
                let Span { line, column, end_line, end_column } = lines.span(&location);
                assert_eq!((line, column), location.line_and_column(), "{offset}");
                assert_eq!(
                    (end_line, end_column),
                    Location::new(&source, text.len()..text.len()).line_and_column()
                );
                assert_eq!(
                    lines.line(&location),
                    text.split('\n').nth(line - 1).expect("the line").trim_end_matches('\r')
                );
            }
        }
    }
}
