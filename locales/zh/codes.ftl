# 每个编号一条消息：消息用一句话说明问题；.label 写在出错之处，.help 写在下方。
# 其余属性用于别处的标注，以及部分情形才需要的帮助。

E0101 = 无法读取“{ $file }”：{ $reason ->
    [not-found] 文件不存在
    [no-permission] 没有读取权限
   *[other] { $reason }
}

E0102 = “{ $file }”不是文件：{ $reason ->
    [folder] 它是文件夹
   *[device] 它是设备、管道或套接字
}

E0103 = “{ $file }”超过 { $limit } 字节
    .help = 请拆分：一部制度连同测试远用不到这么大。

E0104 = “{ $file }”不是 UTF-8 文本：{ $encoding ->
    [unknown] 第 { $offset } 个字节不构成字符
   *[other] 看起来是 { $encoding }
}
    .help = 请另存为 UTF-8。

E0105 = 不可见字符 { $codepoint }
    .label = 此处看不见，却可能改变整行的读法
    .help = 请删除。

E0204 = 这个右花括号没有对应的左花括号
    .label = 这里已没有未闭合的花括号

E0301 = 未知的名称“{ $name }”
    .label = 没有任何声明
    .help = 请将其声明为事实、定义或等级。
    .suggest = 是否应为“{ $suggestion }”？

E0302 = “{ $name }”重复声明
    .label = 在此再次声明
    .first = 首次声明于此
    .declared = 声明于此
    .help = 请为其中之一改名。
