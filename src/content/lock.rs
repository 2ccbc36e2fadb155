//! `translation.lock`: which Vietnamese words the English of a plan was checked against, and which attributes of the plan
//! were held against the document. Written by `minhbach confirm`, never by hand: a line for each piece of the text, with its
//! anchor and the fingerprints of both languages, and one for each attribute.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::yaml::{self, Node, Value};
use crate::diagnostic::{Report, Source};
use crate::language::{Localized, fingerprint};
use crate::portal::{PlanText, Unit, UnitIndex};

/// The file's name in the folder of a plan.
pub const NAME: &str = "translation.lock";

const HEADER: &str =
    "# minhbach confirm: attribute, fingerprint; or anchor, fingerprint of the Vietnamese, fingerprint of the English that was checked against it\n";

/// What was confirmed. A line that is none (a merge leaves marks) confirms nothing.
#[derive(Debug, Default)]
pub struct Lock {
    /// Anchor and Vietnamese.
    checked: BTreeSet<(String, String)>,
    /// Both languages, wherever they stood: what only moved is still the same.
    pairs: BTreeSet<(String, String)>,
    /// Attribute by attribute.
    attributes: BTreeMap<String, String>,
}

/// What `plan.yaml` says of the document as such; its notes and corrections are the editor's own and need no confirming.
const ATTRIBUTES: [&str; 9] = ["number", "type", "title", "issuer", "date", "signer", "status", "text", "relations"];
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

/// The attributes that `plan.yaml` gives or leaves out; none where it cannot be read, which was reported then.
pub fn attributes(source: &Arc<Source>) -> Vec<Attribute> {
    let Some(Node { value: Value::Map(entries), .. }) = yaml::parse(source, &mut Report::default()) else { return Vec::new() };
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
    pub fn read(text: &str) -> Lock {
        let mut lock = Lock::default();
        for line in text.lines() {
            if let Some((name, print)) = line.strip_prefix(ATTRIBUTE).and_then(|line| line.split_once(' ')) {
                lock.attributes.insert(name.to_owned(), print.trim().to_owned());
            } else if let [anchor, vi, en] = line.split_whitespace().collect::<Vec<_>>()[..]
                && [vi, en].iter().all(|print| print.len() == 16 && print.bytes().all(|byte| byte.is_ascii_hexdigit()))
            {
                lock.checked.insert((anchor.to_owned(), vi.to_owned()));
                lock.pairs.insert((vi.to_owned(), en.to_owned()));
            }
        }
        lock
    }

    /// The pieces whose Vietnamese is another than the one that the English was checked against.
    pub fn behind(&self, text: &Localized<PlanText>) -> Vec<UnitIndex> {
        let units = text.vi.units.iter().zip(&text.en.units).enumerate();
        let is_behind = |vi: &Unit, en: &Unit| {
            let prints = (print(&vi.text), print(&en.text));
            !vi.text.is_empty() && !self.checked.contains(&(vi.anchor.clone(), prints.0.clone())) && !self.pairs.contains(&prints)
        };
        units.filter(|(_, (vi, en))| is_behind(vi, en)).map(|(index, _)| UnitIndex(index)).collect()
    }

    /// The pieces whose English is another than the one that was checked against the same Vietnamese.
    pub fn english_changed(&self, text: &Localized<PlanText>) -> Vec<UnitIndex> {
        let units = text.vi.units.iter().zip(&text.en.units).enumerate();
        let has_changed = |vi: &Unit, en: &Unit| {
            let prints = (print(&vi.text), print(&en.text));
            self.checked.contains(&(vi.anchor.clone(), prints.0.clone())) && !self.pairs.contains(&prints)
        };
        units.filter(|(_, (vi, en))| has_changed(vi, en)).map(|(index, _)| UnitIndex(index)).collect()
    }

    /// The attributes that are others than those confirmed; none where none were.
    pub fn attributes_changed(&self, attributes: Vec<Attribute>) -> Vec<Attribute> {
        if self.attributes.is_empty() {
            return Vec::new();
        }
        attributes.into_iter().filter(|attribute| self.attributes.get(attribute.name) != attribute.print.as_ref()).collect()
    }
}

/// The file that confirms a plan as it stands: its path in the plan's folder, and its text: the attributes, then the pieces in
/// their order.
pub fn of_plan(folder: &Path, text: &Localized<PlanText>) -> Result<(PathBuf, String), (PathBuf, io::Error)> {
    let yaml = folder.join("plan.yaml");
    let source = fs::read_to_string(&yaml).map_err(|cause| (yaml.clone(), cause))?;
    let attributes = attributes(&Arc::new(Source { path: yaml.display().to_string(), text: source.trim_start_matches('\u{feff}').to_owned() }));
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

/// Writes all of the files or none: each is made beside its place first, and takes it only when all of them are there.
pub fn write(files: &[(PathBuf, String)]) -> Result<(), (PathBuf, io::Error)> {
    let beside = |path: &Path| path.with_file_name(format!(".{NAME}.new"));
    let made = files.iter().try_for_each(|(path, text)| fs::write(beside(path), text).map_err(|cause| (path.clone(), cause)));
    let done = made.and_then(|()| files.iter().try_for_each(|(path, _)| fs::rename(beside(path), path).map_err(|cause| (path.clone(), cause))));
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
