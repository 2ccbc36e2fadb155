//! The marks that git leaves in a file whose merge is not finished. They are told once, and the
//! file is read as the own branch has it; what else would be told of the file, or of the plan that
//! it belongs to, waits until the merge is done.
//!
//! A `=======` alone underlines a heading of Markdown, and a `>>>>>>>` alone is a quotation in one:
//! only the pair around them decides.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use super::lock;
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::Localized;

/// A line of git's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `<<<<<<<`: what the own branch says follows.
    Own,
    /// `|||||||`: what both branches began with follows, where git is told to show it.
    Base,
    /// `=======`: what the other branch says follows.
    Other,
    /// `>>>>>>>`
    End,
}

/// The mark that a line is.
pub fn mark(line: &str) -> Option<Mark> {
    let marks = [
        ("<<<<<<<", Mark::Own),
        ("|||||||", Mark::Base),
        ("=======", Mark::Other),
        (">>>>>>>", Mark::End),
    ];
    let is_whole = |rest: &str| rest.trim_end().is_empty() || rest.starts_with(' ');
    marks
        .into_iter()
        .find(|(begin, _)| line.strip_prefix(begin).is_some_and(is_whole))
        .map(|(_, mark)| mark)
}

/// The file as the own branch has it; where it has marks, they are reported.
pub fn read(source: Arc<Source>, report: &mut Report) -> Arc<Source> {
    let Some(unfinished) = unfinished(&source.text) else { return source };
    report.add(merge_marks(&source, &unfinished));
    Arc::new(Source { path: source.path.clone(), text: unfinished.own })
}

/// What is told of a name that is not found: it may be one that the other branch gives.
const UNKNOWN: [Code; 4] =
    [Code::UnknownIndicator, Code::UnknownBreakdown, Code::UnknownClause, Code::UnknownReference];

/// What says that a file is there, and that nothing of it was read.
const UNREAD: [Code; 2] = [Code::NotText, Code::LinkedFile];

/// Takes out what may be gone when the merge is done, or the file can be read: what is told of
/// files with marks or with them, of a plan where one of its files has some, and of names that are
/// not found, in any file.
pub fn without_follow_ups(report: &mut Report) {
    let has_marks = |diagnostic: &&Diagnostic| {
        diagnostic.code == Code::MergeMarks && !lock::is_lock(&diagnostic.location.source)
    };
    let is_unread = |diagnostic: &&Diagnostic| UNREAD.contains(&diagnostic.code);
    let subjects =
        report.iter().filter(|diagnostic| has_marks(diagnostic) || is_unread(diagnostic));
    let unfinished: BTreeSet<String> =
        subjects.map(|diagnostic| subject(&diagnostic.location).to_owned()).collect();
    if unfinished.is_empty() {
        return;
    }
    let unread: BTreeSet<String> = report
        .iter()
        .filter(is_unread)
        .map(|diagnostic| folder(&diagnostic.location.source.path).to_owned())
        .collect();
    // A file that is there and cannot be read is not missing.
    let is_missing_there = |diagnostic: &Diagnostic| {
        let path = Path::new(&diagnostic.location.source.path);
        diagnostic.code == Code::MissingFile
            && path
                .ancestors()
                .any(|folder| folder.to_str().is_some_and(|folder| unread.contains(folder)))
    };
    let is_of_it = |location: &Location| unfinished.contains(subject(location));
    let follows = |diagnostic: &Diagnostic| {
        let mut places = std::iter::once(&diagnostic.location)
            .chain(diagnostic.related.iter().map(|(location, _)| location));
        UNKNOWN.contains(&diagnostic.code) || is_missing_there(diagnostic) || places.any(is_of_it)
    };
    report.retain(|diagnostic| {
        diagnostic.code == Code::MergeMarks
            || UNREAD.contains(&diagnostic.code)
            || !follows(diagnostic)
    });
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The folder of a plan for each of its files; any other file itself.
fn subject(location: &Location) -> &str {
    let path = &location.source.path;
    match path.rsplit_once('/') {
        Some((folder, _)) if folder.rsplit('/').nth(1) == Some("plans") => folder,
        _ => path,
    }
}

/// What a merge left.
struct Unfinished {
    /// The first mark.
    first: Range<usize>,
    /// How many places differ.
    count: usize,
    own: String,
}

fn unfinished(text: &str) -> Option<Unfinished> {
    let is_end = |at: &usize| {
        (*at == 0 || text[..*at].ends_with('\n'))
            && text[*at..].lines().next().and_then(mark) == Some(Mark::End)
    };
    let last = text.rmatch_indices(">>>>>>>").map(|(at, _)| at).find(is_end)?;
    let (mut first, mut count, mut own) = (None, 0, String::new());
    // The mark behind which a line stands; none outside of what differs.
    let mut behind: Option<Mark> = None;
    let mut place = 0;
    for line in text.split_inclusive('\n') {
        match mark(line) {
            Some(Mark::Own) if place < last => {
                first.get_or_insert(place..place + line.trim_end().len());
                count += 1;
                behind = Some(Mark::Own);
            }
            Some(Mark::End) if behind.is_some() => behind = None,
            Some(next @ (Mark::Base | Mark::Other)) if behind.is_some() => behind = Some(next),
            _ if matches!(behind, None | Some(Mark::Own)) => own.push_str(line),
            _ => {}
        }
        place += line.len();
    }
    first.map(|first| Unfinished { first, count, own })
}

fn merge_marks(source: &Arc<Source>, unfinished: &Unfinished) -> Diagnostic {
    let places = match unfinished.count {
        1 => Localized::default(),
        count => Localized::text(format!(" ở {count} chỗ"), format!(" in {count} places")),
    };
    let location = Location::new(source, unfinished.first.clone());
    let subject = if subject(&location) == source.path {
        Localized::new("tệp", "file")
    } else {
        Localized::new("kế hoạch", "plan")
    };
    Diagnostic::new(
        Code::MergeMarks,
        location,
        Localized::text(
            format!("tệp còn dấu của một lần hợp nhất (git merge) chưa xong{}", places.vi),
            format!("the file still has the marks of an unfinished git merge{}", places.en),
        ),
        Localized::text("dấu đầu tiên", "the first mark"),
        Localized::text(
            format!(
                "giữ lại phần đúng, xóa các dòng dấu (`<<<<<<<`, `|||||||`, `=======`, \
                 `>>>>>>>`), rồi chạy lại; khi đó mới xét những lỗi khác của {} này",
                subject.vi
            ),
            format!(
                "keep what is right, delete the marks (`<<<<<<<`, `|||||||`, `=======`, \
                 `>>>>>>>`), and run again; what else is wrong with this {} is told then",
                subject.en
            ),
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides(text: &str) -> Option<(Range<usize>, usize, String)> {
        unfinished(text).map(|Unfinished { first, count, own }| (first, count, own))
    }

    #[test]
    fn only_a_pair_of_marks_is_an_unfinished_merge() {
        for text in [
            "",
            "Mục tiêu\n=======\n\nLời.\n",
            "<<<<<<< HEAD\nLời.\n",
            ">>>>>>> một lời trích trong lời trích\n",
            ">>>>>>> trước\n<<<<<<< sau\n",
            "  <<<<<<< HEAD\n  >>>>>>> other\n",
            "<<<<<<<< HEAD\n>>>>>>>> other\n",
            "<<<<<<<HEAD\n>>>>>>>other\n",
        ] {
            assert_eq!(sides(text), None, "{text}");
        }
        assert_eq!(sides("<<<<<<<\r\n=======\r\n>>>>>>>\r\n"), Some((0..7, 1, String::new())));
    }

    #[test]
    fn the_own_side_is_read() {
        let text = "a\n<<<<<<< HEAD\nb\n||||||| base\nc\n=======\nd\n>>>>>>> \
                    other\nMục\n=======\n<<<<<<< HEAD\n=======\ne\n>>>>>>> other\nf\n<<<<<<< \
                    g\n";
        assert_eq!(sides(text), Some((2..14, 2, "a\nb\nMục\n=======\nf\n<<<<<<< g\n".to_owned())));
    }
}
