# 诊断消息以外的界面用语。

severity-error = 错误
severity-warning = 警告
severity-hint = 提示

help = 帮助：
example = 例：
end-of-file = 文件末尾

count-errors = { $count } 个错误
count-warnings = { $count } 个警告
count-hints = { $count } 个提示
summary-join = { $left }，{ $right }
summary-none = 没有问题
summary-cut = { $summary }；只显示前 { $shown } 个
