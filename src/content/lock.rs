//! `translation.lock`: which Vietnamese words the English of a plan was checked against, and which
//! attributes of the plan were held against the document. Written by `minhbach confirm`, never by
//! hand: a line for each piece of the text, with its anchor and the fingerprints of both languages,
//! and one for each attribute.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::merge::{self, Mark};
use super::plan_name;
use super::yaml::{self, Node, Value};
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::{Localized, fingerprint};
use crate::portal::{PlanText, Unconfirmed, Unit, UnitIndex};

/// The file's name in the folder of a plan.
pub const NAME: &str = "translation.lock";

const HEADER: &str = "# minhbach confirm: attribute, fingerprint; or anchor, fingerprint of the \
                      Vietnamese, fingerprint of the English that was checked against it\n";

/// What was confirmed. A line that is none confirms nothing, nor does what stands between the marks
/// of a merge: there each side holds what the other has not seen.
#[derive(Debug, Default)]
pub struct Lock {
    /// The Vietnamese, anchor by anchor.
    checked: BTreeMap<String, String>,
    /// Both languages, wherever they stood: what only moved is still the same.
    pairs: BTreeSet<(String, String)>,
    /// Attribute by attribute.
    attributes: BTreeMap<String, String>,
}

/// What `plan.yaml` says of the document as such; its notes and corrections are the editor's own
/// and need no confirming.
const ATTRIBUTES: [&str; 9] =
    ["number", "type", "title", "issuer", "date", "signer", "status", "text", "relations"];
/// How the lines of attributes begin.
const ATTRIBUTE: &str = "plan.yaml:";

/// An attribute of a plan as it stands in `plan.yaml`.
#[derive(Debug)]
pub struct Attribute {
    pub name: &'static str,
    /// Where its value stands; none where it is not given.
    pub range: Option<Range<usize>>,
    print: Option<String>,
}

/// The attributes that `plan.yaml` gives or leaves out; none where it cannot be read, which was
/// reported then.
pub fn attributes(source: &Arc<Source>) -> Vec<Attribute> {
    let Some(Node { value: Value::Map(entries), .. }) = yaml::parse(source, &mut Report::default())
    else {
        return Vec::new();
    };
    let of = |name: &'static str| {
        let value = entries.iter().find(|entry| entry.key == name).map(|entry| &entry.value);
        let print = value.map(|value| {
            let mut said = String::new();
            push_said(value, &mut said);
            print(&said)
        });
        Attribute { name, range: value.map(|value| value.range.clone()), print }
    };
    ATTRIBUTES.into_iter().map(of).collect()
}

/// What a value says, whatever its quotes, its order of lines and its spaces.
fn push_said(node: &Node, said: &mut String) {
    match &node.value {
        Value::Scalar { text, .. } => {
            said.push_str(&text.split_whitespace().collect::<Vec<_>>().join(" "));
            said.push('\n');
        }
        Value::List(nodes) => nodes.iter().for_each(|node| push_said(node, said)),
        Value::Map(entries) => {
            for entry in entries {
                said.push_str(&entry.key);
                said.push(':');
                push_said(&entry.value, said);
            }
        }
    }
}

impl Lock {
    pub fn read(source: &Arc<Source>, report: &mut Report) -> Lock {
        let mut lock = Lock::default();
        for line in merged(source, report) {
            if let Some((name, print)) =
                line.strip_prefix(ATTRIBUTE).and_then(|line| line.split_once(' '))
            {
                lock.attributes.insert(name.to_owned(), print.trim().to_owned());
            } else if let [anchor, vi, en] = line.split_whitespace().collect::<Vec<_>>()[..]
                && [vi, en].iter().all(|print| {
                    print.len() == 16 && print.bytes().all(|byte| byte.is_ascii_hexdigit())
                })
            {
                lock.checked.insert(anchor.to_owned(), vi.to_owned());
                lock.pairs.insert((vi.to_owned(), en.to_owned()));
            }
        }
        lock
    }

    /// The pieces whose Vietnamese is another than the one that the English was checked against,
    /// and those that are new in both languages.
    pub fn unconfirmed(&self, text: &Localized<PlanText>) -> BTreeMap<UnitIndex, Unconfirmed> {
        let prints: Vec<_> = text
            .vi
            .units
            .iter()
            .zip(&text.en.units)
            .map(|(vi, en)| (print(&vi.text), print(&en.text)))
            .collect();
        // What was checked at an anchor and stands somewhere else now has only made room for a new
        // piece.
        let standing: BTreeSet<&str> = prints
            .iter()
            .filter(|prints| self.pairs.contains(*prints))
            .map(|(vi, _)| vi.as_str())
            .collect();
        let english: BTreeSet<&str> = self.pairs.iter().map(|(_, en)| en.as_str()).collect();
        let state = |unit: &Unit, prints: &(String, String)| {
            let (vi, en) = prints;
            let before = self.checked.get(&unit.anchor);
            if unit.text.is_empty() || before == Some(vi) || self.pairs.contains(prints) {
                return None;
            }
            let has_older = english.contains(en.as_str())
                || before.is_some_and(|before| !standing.contains(before.as_str()));
            Some(if has_older { Unconfirmed::Behind } else { Unconfirmed::New })
        };
        let units = text.vi.units.iter().zip(&prints).enumerate();
        units
            .filter_map(|(index, (unit, prints))| Some((UnitIndex(index), state(unit, prints)?)))
            .collect()
    }

    /// The pieces whose English is another than the one that was checked against the same
    /// Vietnamese.
    pub fn english_changed(&self, text: &Localized<PlanText>) -> Vec<UnitIndex> {
        let units = text.vi.units.iter().zip(&text.en.units).enumerate();
        let has_changed = |vi: &Unit, en: &Unit| {
            let prints = (print(&vi.text), print(&en.text));
            self.checked.get(&vi.anchor) == Some(&prints.0) && !self.pairs.contains(&prints)
        };
        units
            .filter(|(_, (vi, en))| has_changed(vi, en))
            .map(|(index, _)| UnitIndex(index))
            .collect()
    }

    /// The attributes that are others than those confirmed; none where none were.
    pub fn attributes_changed(&self, attributes: Vec<Attribute>) -> Vec<Attribute> {
        if self.attributes.is_empty() {
            return Vec::new();
        }
        attributes
            .into_iter()
            .filter(|attribute| self.attributes.get(attribute.name) != attribute.print.as_ref())
            .collect()
    }
}

pub fn is_lock(source: &Source) -> bool {
    source.path.rsplit('/').next() == Some(NAME)
}

/// The lines that both sides of a merge have; where marks of one were left, the first of them is
/// reported.
fn merged<'text>(source: &'text Arc<Source>, report: &mut Report) -> Vec<&'text str> {
    let (mut lines, mut is_disputed, mut first) = (Vec::new(), false, None);
    let mut place = 0;
    for line in source.text.split_inclusive('\n') {
        if let Some(mark) = merge::mark(line) {
            first.get_or_insert(place..place + line.trim_end().len());
            is_disputed = mark != Mark::End;
        } else if !is_disputed {
            lines.push(line);
        }
        place += line.len();
    }
    if let Some(mark) = first {
        let plan = plan_name(&source.path);
        report.add(Diagnostic::new(
            Code::MergeMarks,
            Location::new(source, mark),
            Localized::text(
                "tệp còn dấu của một lần hợp nhất (git merge) chưa xong: phần nằm giữa các dấu \
                 không được tính là đã xác nhận",
                "the file still has the marks of an unfinished git merge: what stands between \
                 them does not count as confirmed",
            ),
            Localized::text("dấu đầu tiên", "the first mark"),
            Localized::text(
                format!(
                    "hợp nhất xong plan.yaml, plan.vi.md và plan.en.md, đối chiếu những chỗ mà \
                     các cảnh báo nêu, rồi gõ: minhbach confirm {plan}"
                ),
                format!(
                    "finish merging plan.yaml, plan.vi.md and plan.en.md, check what the \
                     warnings name, then type: minhbach confirm {plan}"
                ),
            ),
        ));
    }
    lines
}

/// The file that confirms a plan as it stands: its path in the plan's folder, and its text: the
/// attributes, then the pieces in their order.
pub fn of_plan(
    folder: &Path,
    text: &Localized<PlanText>,
) -> Result<(PathBuf, String), (PathBuf, io::Error)> {
    let yaml = folder.join("plan.yaml");
    let source = fs::read_to_string(&yaml).map_err(|cause| (yaml.clone(), cause))?;
    let attributes = attributes(&Arc::new(Source {
        path: yaml.display().to_string(),
        text: source.trim_start_matches('\u{feff}').to_owned(),
    }));
    Ok((folder.join(NAME), written(text, &attributes)))
}

fn written(text: &Localized<PlanText>, attributes: &[Attribute]) -> String {
    let mut lines = HEADER.to_owned();
    for Attribute { name, range: _, print } in attributes {
        if let Some(print) = print {
            lines.push_str(&format!("{ATTRIBUTE}{name} {print}\n"));
        }
    }
    for (vi, en) in text.vi.units.iter().zip(&text.en.units).filter(|(vi, _)| !vi.text.is_empty()) {
        lines.push_str(&format!("{} {} {}\n", vi.anchor, print(&vi.text), print(&en.text)));
    }
    lines
}

/// Writes all of the files or none: each is made beside its place first, and takes it only when all
/// of them are there.
pub fn write(files: &[(PathBuf, String)]) -> Result<(), (PathBuf, io::Error)> {
    let beside = |path: &Path| path.with_file_name(format!(".{NAME}.new"));
    let made = files.iter().try_for_each(|(path, text)| {
        fs::write(beside(path), text).map_err(|cause| (path.clone(), cause))
    });
    let done = made.and_then(|()| {
        files.iter().try_for_each(|(path, _)| {
            fs::rename(beside(path), path).map_err(|cause| (path.clone(), cause))
        })
    });
    if done.is_err() {
        for (path, _) in files {
            let _ = fs::remove_file(beside(path));
        }
    }
    done
}

/// The text of a unit is composed (NFC) and holds single spaces already.
fn print(text: &str) -> String {
    format!("{:016x}", fingerprint::fnv_1a(text.as_bytes()))
}
