"""The sample records of Trà Vinh: invented people, real places, the figures of 2019."""
