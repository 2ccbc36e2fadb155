//! `translation.lock`: which Vietnamese words the English of a plan was checked against. Written by `minhbach confirm`,
//! never by hand: a line for each piece of the text, with its anchor and the fingerprints of both languages.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::language::{Localized, fingerprint};
use crate::portal::{PlanText, Unit, UnitIndex};

/// The file's name in the folder of a plan.
pub const NAME: &str = "translation.lock";

const HEADER: &str = "# minhbach confirm: anchor, fingerprint of the Vietnamese, fingerprint of the English that was checked against it\n";

/// What was confirmed. A line that is none (a merge leaves marks) confirms nothing.
#[derive(Debug, Default)]
pub struct Lock {
    /// Anchor and Vietnamese.
    checked: BTreeSet<(String, String)>,
    /// Both languages, wherever they stood: what only moved is still the same.
    pairs: BTreeSet<(String, String)>,
}

impl Lock {
    pub fn read(text: &str) -> Lock {
        let mut lock = Lock::default();
        for line in text.lines() {
            if let [anchor, vi, en] = line.split_whitespace().collect::<Vec<_>>()[..]
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
}

/// The file that confirms the whole of a text, sorted as the text is.
pub fn written(text: &Localized<PlanText>) -> String {
    let mut lines = HEADER.to_owned();
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
