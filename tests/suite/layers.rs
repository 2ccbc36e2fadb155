//! The stages of `src/lib.rs` flow one way: this reads every `crate::` path and holds it against
//! the crate's own list.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The order that the crate's documentation gives, between back-quotes.
fn documented_order(lib: &str) -> Vec<String> {
    let lines = lib.lines().filter_map(|line| line.strip_prefix("//!"));
    let documentation = lines.collect::<Vec<_>>().join(" ");
    let order = documentation
        .split('`')
        .find(|quoted| quoted.contains("->"))
        .expect("lib.rs documents the stages");
    order
        .split("->")
        .flat_map(|stage| stage.split(','))
        .map(|name| name.trim().to_owned())
        .collect()
}

#[test]
fn a_stage_uses_only_what_stands_left_of_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let lib = fs::read_to_string(src.join("lib.rs")).expect("lib.rs");
    let order = documented_order(&lib);
    let folders: BTreeSet<String> = lib
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';').map(str::to_owned))
        .collect();
    assert_eq!(order.iter().cloned().collect::<BTreeSet<_>>(), folders, "lib.rs lists every stage");
    let mut wrong = Vec::new();
    for entry in walkdir::WalkDir::new(&src).sort_by_file_name() {
        let entry = entry.expect("an entry");
        let path = entry
            .path()
            .strip_prefix(&src)
            .expect("below src")
            .to_string_lossy()
            .replace('\\', "/");
        let Some((stage, _)) = path.split_once('/').filter(|_| path.ends_with(".rs")) else {
            continue;
        };
        let own = order.iter().position(|name| name == stage).expect("a known stage");
        let text = fs::read_to_string(entry.path()).expect("readable");
        for (number, line) in text.lines().enumerate() {
            for used in line.split("crate::").skip(1) {
                let name: String = used
                    .chars()
                    .take_while(|character| character.is_alphanumeric() || *character == '_')
                    .collect();
                if order.iter().position(|known| *known == name).is_some_and(|used| used > own) {
                    wrong.push(format!("{path}:{}: {stage} uses {name}", number + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
