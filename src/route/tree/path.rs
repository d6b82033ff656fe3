//! Walking the tree along a dotted path: `places.depot.radius`, `legs.ship.via.2`.

use super::super::{Span, Spanned};
use super::{Entry, Node, Table, Value};

/// The names in a dotted path. A name that holds a dot stands in quotation marks: `places."St. Petersburg".lat`.
pub fn split(path: &str) -> Vec<String> {
    let mut names = vec![String::new()];
    let mut quoted = false;
    for c in path.chars() {
        match c {
            '"' => quoted = !quoted,
            '.' if !quoted => names.push(String::new()),
            _ => {
                if let Some(last) = names.last_mut() {
                    last.push(c);
                }
            }
        }
    }
    names
}

/// The item of a list that `name` means: by its `id`, or by its number from 1.
pub fn list_item(items: &[Node], name: &str) -> Option<usize> {
    let id = |item: &Node| item.get("id").and_then(Node::text).is_some_and(|id| id == name);
    items.iter().position(id).or_else(|| {
        let number: usize = name.parse().ok()?;
        (1..=items.len()).contains(&number).then(|| number - 1)
    })
}

/// What stands at a path.
pub fn find<'a>(root: &'a Node, path: &[String]) -> Option<&'a Node> {
    path.iter().try_fold(root, |node, name| match &node.value {
        Value::Table(table) => table.get(name),
        Value::List(items) => items.get(list_item(items, name)?),
        _ => None,
    })
}

/// Puts a value at a path, and says whether it could: tables on the way are made if they are missing, items of lists
/// are not, and a value that is in the way stays.
pub fn put(node: &mut Node, path: &[Spanned<String>], value: Node) -> bool {
    let Some((name, rest)) = path.split_first() else {
        *node = value;
        return true;
    };
    match &mut node.value {
        Value::Table(table) => {
            if table.get(&name.value).is_none() {
                table.entries.push(Entry { key: name.clone(), node: empty_table(name.span) });
            }
            table.get_mut(&name.value).is_some_and(|node| put(node, rest, value))
        }
        Value::List(items) => match list_item(items, &name.value) {
            Some(at) => put(&mut items[at], rest, value),
            None => false,
        },
        _ => false,
    }
}

fn empty_table(span: Span) -> Node {
    Node { value: Value::Table(Table::default()), span }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_a_dot_stands_in_quotation_marks() {
        assert_eq!(split("places.\"St. Petersburg\".lat"), ["places", "St. Petersburg", "lat"]);
    }

    #[test]
    fn items_are_named_by_id_or_by_number_from_1() {
        let root = super::super::read_toml("legs = [{ id = 'ship' }, { id = 'rail' }]", 1).unwrap();
        let items = root.get("legs").and_then(Node::list).unwrap();
        assert_eq!(list_item(items, "rail"), Some(1));
        assert_eq!(list_item(items, "1"), Some(0));
        assert_eq!((list_item(items, "0"), list_item(items, "3")), (None, None));
    }
}
