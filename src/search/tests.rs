//! The index of the sample portal.

use super::*;
use crate::portal::sample;

fn index_of(portal: &Portal) -> Localized<Vec<SearchFile>> {
    index(portal, &PortalIndex::new(portal), &Theme::default())
}

fn text(files: &[SearchFile], name: &str) -> String {
    let file = files
        .iter()
        .find(|file| file.path.ends_with(&format!("/{name}.js")))
        .unwrap_or_else(|| panic!("{name} is in the index"));
    String::from_utf8(file.bytes.clone()).expect("text")
}

/// The fields of every result, as the browser puts them together.
fn results(files: &[SearchFile]) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    for file in files.iter().filter(|file| file.path.contains("/r")) {
        let script = String::from_utf8(file.bytes.clone()).expect("text");
        let text = script
            .split_once('`')
            .and_then(|(_, text)| text.rsplit_once('`'))
            .expect("a text in the script")
            .0;
        let mut before: Vec<String> = vec![String::new(); 3];
        for line in text.lines() {
            let mut fields: Vec<String> = line.split('\t').map(str::to_owned).collect();
            for (field, before) in fields.iter_mut().zip(&mut before) {
                let kept = files::DIGITS
                    .iter()
                    .position(|digit| field.as_bytes().first() == Some(digit))
                    .expect("a digit");
                *field = before.chars().take(kept).collect::<String>() + &field[1..];
                before.clone_from(field);
            }
            all.push(fields);
        }
    }
    all
}

#[test]
fn the_head_says_what_there_is() {
    let portal = sample::portal();
    let index = index_of(&portal);
    let head = text(&index.vi, "head");
    let kinds = head.lines().nth(1).expect("a line of kinds");
    assert!(
        kinds.starts_with(&format!(
            "place:{} topic:{} plan:{}",
            portal.places.len(),
            portal.topics.len(),
            portal.plans.len()
        )),
        "{kinds}"
    );
    assert!(kinds.contains(&format!("statement:{}", portal.statements.len())), "{kinds}");
}

#[test]
fn a_result_leads_to_its_very_anchor() {
    let portal = sample::portal();
    let index = index_of(&portal);
    assert!(results(&index.vi).iter().any(|fields| {
        fields[0] == "vi/dia-phuong/lang-son/chi-tieu/nursery-enrolment.html#43-2022.nursery-enrolment-2025" && fields[1].starts_with("Lạng Sơn: ")
    }));
    assert!(
        results(&index.en)
            .iter()
            .any(|fields| fields[0] == "en/places/lang-son/plans/243-2025.html#ii.1-p1")
    );
}

#[test]
fn a_plan_is_found_by_its_signer_and_shows_him() {
    let mut portal = sample::portal();
    portal.plans[0].signer = Some(crate::portal::Signer {
        name: "Dương Xuân Huyên".to_owned(),
        role: Localized::text("Phó Chủ tịch", "Vice Chairperson"),
    });
    let index = index_of(&portal);
    let plan = portal.plans[0].date.long(Language::Vi);
    assert!(
        results(&index.vi)
            .iter()
            .any(|fields| fields[3].contains("Người ký: Dương Xuân Huyên, Phó Chủ tịch")
                && fields[3].contains(&plan))
    );
    assert!(
        results(&index.en)
            .iter()
            .any(|fields| fields[3].contains("Signed by: Dương Xuân Huyên, Vice Chairperson"))
    );
}

#[test]
fn nothing_in_a_text_ends_the_script() {
    let mut portal = sample::portal();
    portal.places[0].name.vi = "`${alert(1)}\\\t\n".to_owned();
    let index = index_of(&portal);
    let results = text(&index.vi, "r0");
    assert!(results.contains("\\`\\${alert(1)}\\\\"), "{results}");
    assert!(index.vi.iter().all(|file| {
        !String::from_utf8_lossy(&file.bytes)
            .replace("\\\\", "")
            .replace("\\`", "")
            .replace("\\$", "")
            .contains("${")
    }));
}

#[test]
fn the_same_portal_gives_the_same_files() {
    let portal = sample::portal();
    assert!(index_of(&portal) == index_of(&portal));
}
