alter table sales.goods_return_line add column lot text;
