//! A budget of steps: an expression that goes through lists within lists is charged for every entry, and stopped when it asks too much.
//!
//! CEL ends always, but not soon: nested macros multiply. Each inner macro gets its list through a function that counts.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use cel::common::ast::{CallExpr, EntryExpr, Expr, IdedExpr};
use cel::{Context, ExecutionError, Value};

/// More entries than a rule about one record ever looks at.
pub const LIMIT: usize = 1_000_000;

/// The name of the counting function; it cannot be written in CEL.
const CHARGE: &str = "@charge";

/// What is left of the budget, shared between the evaluator and the expressions it asks.
#[derive(Debug, Clone, Default)]
pub struct Budget(Arc<AtomicUsize>);

impl Budget {
    /// Gives the whole budget again.
    pub fn renew(&self) {
        self.0.store(0, Ordering::Relaxed);
    }

    /// Returns whether it was spent.
    pub fn is_spent(&self) -> bool {
        self.0.load(Ordering::Relaxed) > LIMIT
    }

    /// Declares the counting function.
    pub fn declare(&self, context: &mut Context<'_, '_>) -> bool {
        let spent = self.clone();
        let charge = move |list: Value| {
            let entries = match &list {
                Value::List(entries) => entries.len(),
                Value::Map(map) => map.map.len(),
                _ => 1,
            };
            spent.0.fetch_add(entries.max(1), Ordering::Relaxed);
            if spent.is_spent() { Err(ExecutionError::function_error(CHARGE, "too many steps")) } else { Ok(list) }
        };
        context.add_function(CHARGE, charge).is_ok()
    }
}

/// Returns the expression with every macro inside another one charged for its list.
pub fn charged(mut expression: IdedExpr) -> IdedExpr {
    visit(&mut expression, false);
    expression
}

fn visit(expression: &mut IdedExpr, within: bool) {
    match &mut expression.expr {
        Expr::Comprehension(one) => {
            visit(&mut one.iter_range, within);
            for part in [&mut one.accu_init, &mut one.loop_cond, &mut one.loop_step, &mut one.result] {
                visit(part, true);
            }
            if within {
                let range = std::mem::take(&mut one.iter_range);
                let id = range.id;
                let call = CallExpr { func_name: CHARGE.to_owned(), target: None, args: vec![range] };
                one.iter_range = IdedExpr { id, expr: Expr::Call(call) };
            }
        }
        Expr::Call(call) => {
            call.target.iter_mut().for_each(|target| visit(target, within));
            call.args.iter_mut().for_each(|argument| visit(argument, within));
        }
        Expr::List(list) => list.elements.iter_mut().for_each(|element| visit(element, within)),
        Expr::Select(select) => visit(&mut select.operand, within),
        Expr::Map(map) => map.entries.iter_mut().for_each(|entry| visit_entry(&mut entry.expr, within)),
        Expr::Struct(one) => one.entries.iter_mut().for_each(|entry| visit_entry(&mut entry.expr, within)),
        Expr::Unspecified | Expr::Ident(_) | Expr::Literal(_) => {}
    }
}

fn visit_entry(entry: &mut EntryExpr, within: bool) {
    match entry {
        EntryExpr::StructField(field) => visit(&mut field.value, within),
        EntryExpr::MapEntry(entry) => {
            visit(&mut entry.key, within);
            visit(&mut entry.value, within);
        }
    }
}
