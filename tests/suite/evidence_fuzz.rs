//! The corpus of the fuzz targets, replayed: what held of it once holds still.

#[path = "../fuzz/src/checks.rs"]
mod checks;

use std::fs;
use std::path::Path;

/// How many of the target's inputs there are, and of how many something is proven.
fn replayed(target: &str, check: fn(&str) -> bool) -> (usize, usize) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(target);
    let (mut all, mut proven) = (0, 0);
    for entry in walkdir::WalkDir::new(folder).min_depth(1).sort_by_file_name() {
        let path = entry.expect("an entry").into_path();
        let input = fs::read(&path).expect("a file");
        println!("{}", path.display());
        all += 1;
        proven += usize::from(check(&String::from_utf8_lossy(&input)));
    }
    (all, proven)
}

#[test]
fn the_reader_finds_places_of_its_text() {
    let (all, _) = replayed("reader", checks::reader);
    assert!(all > 50, "{all} inputs");
}

#[test]
fn what_is_proven_stands_in_the_quote_and_nothing_else_is_proven() {
    let (all, proven) = replayed("prover", checks::prover);
    assert!(proven > 50 && proven < all, "{proven} of {all} proven: the corpus says nothing");
}

#[test]
fn what_is_proven_of_a_cell_stands_in_it_and_nothing_else_is_proven() {
    let (all, proven) = replayed("table", checks::table);
    assert!(proven > 20 && proven < all, "{proven} of {all} proven: the corpus says nothing");
}
