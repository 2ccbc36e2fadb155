//! The index of the sample portal.

use super::*;
use crate::page::sample;

fn text(files: &[SearchFile], name: &str) -> String {
    let file = files.iter().find(|file| file.path.ends_with(&format!("/{name}.js"))).unwrap_or_else(|| panic!("{name} is in the index"));
    String::from_utf8(file.bytes.clone()).expect("text")
}

#[test]
fn the_head_says_what_there_is() {
    let portal = sample::portal();
    let index = index(&portal);
    let head = text(&index.vi, "head");
    let kinds = head.lines().nth(1).expect("a line of kinds");
    assert!(kinds.starts_with(&format!("place:{} topic:{} plan:{}", portal.places.len(), portal.topics.len(), portal.plans.len())), "{kinds}");
    assert!(kinds.contains(&format!("statement:{}", portal.statements.len())), "{kinds}");
}

#[test]
fn a_result_leads_to_its_very_anchor() {
    let portal = sample::portal();
    let index = index(&portal);
    let all = |files: &[SearchFile]| {
        files.iter().filter(|file| file.path.contains("/r")).map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).collect::<String>()
    };
    assert!(all(&index.vi).contains("vi/dia-phuong/lang-son/chi-tieu/nursery-enrolment.html#43-2022.nursery-enrolment-2025\tLạng Sơn: "));
    assert!(all(&index.en).contains("en/places/lang-son/plans/243-2025.html#ii.1-p1\t"));
}

#[test]
fn nothing_in_a_text_ends_the_script() {
    let mut portal = sample::portal();
    portal.places[0].name.vi = "`${alert(1)}\\\t\n".to_owned();
    let index = index(&portal);
    let results = text(&index.vi, "r0");
    assert!(results.contains("\\`\\${alert(1)}\\\\"), "{results}");
    assert!(index.vi.iter().all(|file| !String::from_utf8_lossy(&file.bytes).replace("\\\\", "").replace("\\`", "").replace("\\$", "").contains("${")));
}

#[test]
fn the_same_portal_gives_the_same_files() {
    let portal = sample::portal();
    assert!(index(&portal) == index(&portal));
}
